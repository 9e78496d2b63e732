package org.zhunsheng.affected;

import org.zhunsheng.affected.Projection.Figures;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;

/** Estimates on the page, beside what was counted: nobody is to take the one for the other. */
record ProjectionTable(Html html, Naming naming) {

    void of(Projection projection, Run run) {
        Wording wording = naming.wording();
        html.of("h2", wording.say("估计：由样本推算全部记录", "Estimate: from the sample to the whole record")).open("div", "class", "estimate");
        html.of("p", wording.say("以下不是数得的。样本按问题、方向、结论分层抽取；估计值是各层样本均值乘以该层总体之和，± 后是标准误，已按不放回抽样修正；抽了一层全部的，没有误差。",
                "None of this was counted. The sample was drawn by question, direction and outcome; each estimate is the mean of a stratum's sample times its population,"
                        + " summed; after ± stands the standard error, corrected for drawing without replacement. Where a whole stratum was drawn there is none."));
        html.of("p", wording.say("一层里抽到的都一样（如都不变）的，标准误也是 0，但没有抽到的未必如此。",
                "Where all that were drawn of a stratum are alike, as when none differ, the error is 0 too; those not drawn may be otherwise all the same."));
        long missing = run.drawn().size() - run.decisions();
        if (missing > 0) {
            html.of("p", wording.say("抽出的有 %s 个没有重算成，推算时当作不变。", "%s of those drawn were not made again and are taken not to differ.").formatted(Naming.count(missing)));
        }
        html.table("figures estimated", wording.say("层", "Stratum"), wording.say("总体", "Population"), wording.say("抽出", "Drawn"), wording.say("样本中有变的决定", "Decisions that differ, counted"),
                wording.say("估计有变的决定", "Decisions that differ, estimated"), wording.say("估计有变的结论", "Conclusions that differ, estimated"),
                wording.say("样本中金额变化（元）", "Difference counted (yuan)"), wording.say("估计金额变化（元）", "Difference estimated (yuan)"));
        for (Projection.Row row : projection.rows()) {
            Run.Stratum stratum = row.stratum();
            figures("", naming.name(stratum.question()) + " / " + naming.name(stratum.direction()) + " / " + naming.name(stratum.outcome()), stratum.population(),
                    stratum.drawn().size(), row.figures());
        }
        figures("all", wording.say("合计", "In all"), projection.population(), run.drawn().size(), projection.total());
        html.close().close().close();
    }

    private void figures(String kind, String stratum, long population, long drawn, Figures figures) {
        html.open("tr", "class", kind).cells(stratum, Naming.count(population), Naming.count(drawn), Wording.number(figures.decisions().counted()), naming.estimated(figures.decisions(), 2),
                naming.estimated(figures.conclusions(), 2), Naming.signed(figures.difference().counted()), naming.estimated(figures.difference(), 0)).close();
    }
}
