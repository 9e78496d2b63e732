package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.affected.Sums.Group;
import org.zhunsheng.affected.Sums.Total;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.Language;

/** Whom an edition affects, as one plain page to be read and printed: what it comes to first, who ran it last. */
final class ResultPage {

    /** Flips on the page; all of them are in the workbook. */
    static final int SHOWN = 200;

    private static final String STYLE = """
            svg { max-width: 100%; height: auto; }
            .figures td, .figures th { text-align: right; } .figures td:first-child, .figures th:first-child { text-align: left; width: 40%; }
            .estimated td:first-child, .estimated th:first-child { width: 22%; } .all td { font-weight: bold; } .estimate { border-left: 6px solid #a85a00; padding-left: 0.6em; }
            .words td:first-child { overflow-wrap: anywhere; }
            @media print { .chart { page-break-inside: avoid; } }
            """;

    private final Result result;
    private final Run run;
    private final Language language;
    private final Wording wording;
    private final Naming naming;
    private final Html html;

    ResultPage(Result result, Language language) {
        this.result = result;
        this.run = result.run();
        this.language = language;
        this.wording = new Wording(language);
        this.naming = new Naming(wording);
        this.html = Html.page(language, title(), STYLE);
    }

    private String title() {
        return wording.say("第 %d 版影响到谁：%s", "Whom edition %d of %s affects").formatted(run.order().edition(), table());
    }

    private String table() {
        return run.order().policy() + "." + run.order().workbook();
    }

    byte[] bytes() {
        html.open("body").of("h1", title());
        html.of("p", "number", wording.say("在记录上的试算，不是决定；同一项目评定几次就计几次", "Tried on the record, no decision; a project counts as often as it was evaluated"));
        summary();
        totals();
        if (result.projection() != null) {
            new ProjectionTable(html, naming).of(result.projection(), run);
        }
        html.of("h2", wording.say("图", "Chart")).open("div", "class", "chart").ours(new String(new ResultChart(language).of(result), StandardCharsets.UTF_8)).close();
        for (By by : List.of(By.OUTCOME, By.CLAUSE, By.DIRECTION, By.DISTRICT)) {
            groups(by, result.groups().get(by));
        }
        flips();
        order();
        return html.close().close().toString().getBytes(StandardCharsets.UTF_8);
    }

    private void summary() {
        Total total = result.total();
        html.open("div", "class", "answer");
        html.of("p", "outcome", wording.say("重算 %s 个决定，%s 个有变", "%s decisions made again, %s differ").formatted(Naming.count(run.decisions()), Naming.count(total.decisions())));
        html.of("p", "sentence", wording.say("有变的结论最高金额合计 %s，变为 %s（%s 元）", "What differs came to at most %s and comes to %s (%s)")
                .formatted(wording.yuan(total.before()), wording.yuan(total.after()), Naming.signed(total.difference())));
        if (run.order().sample() != null) {
            html.of("p", "sentence", wording.say("只重算了样本，以上是样本中数得的。", "Only a sample was made again; this was counted in it."));
        }
        if (result.projection() != null) {
            html.of("p", "sentence", wording.say("估计（不是数得的）：全部 %s 个决定中 %s 个有变，最高金额变化 %s 元", "Estimated, not counted: of all %s decisions %s differ, by %s yuan")
                    .formatted(Naming.count(result.projection().population()), naming.estimated(result.projection().total().decisions(), 2),
                            naming.estimated(result.projection().total().difference(), 0)));
        }
        if (run.state() != Run.State.DONE) {
            html.of("p", "mark", wording.say("%s：第 %d 段，共 %d 段；以下是到此为止的", "%s: part %d of %d; what follows is so far")
                    .formatted(naming.state(run.state()), run.parts(), run.partsInAll()));
        }
        html.close();
    }

    private void totals() {
        Total total = result.total();
        html.of("h2", wording.say("数得的", "Counted"));
        html.table("figures", wording.say("项", "What"), wording.say("个数", "Count"));
        html.row(wording.say("重算的决定", "Decisions made again"), Naming.count(run.decisions()));
        html.row(wording.say("不能重算的决定", "Decisions that could not be made again"), Naming.count(run.undecidable()));
        html.row(wording.say("有变的决定", "Decisions that differ"), Naming.count(total.decisions()));
        html.row(wording.say("有变的结论", "Conclusions that differ"), Naming.count(total.conclusions()));
        html.row(wording.say("其中结论本身有变", "of these, the outcome differs"), Naming.count(total.outcomes()));
        html.row(wording.say("其中最高金额有变", "of these, the amount differs"), Naming.count(total.amounts()));
        html.close().close();
    }

    private void groups(By by, List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        html.of("h2", naming.title(by));
        html.table("figures", wording.say("名称", "Name"), wording.say("有变的结论", "Conclusions that differ"), wording.say("最高金额变化（元）", "Difference (yuan)"));
        groups.forEach(group -> html.row(naming.name(by, group.name()), Naming.count(group.count()), Naming.signed(group.difference())));
        html.close().close();
    }

    private void flips() {
        if (result.first().isEmpty()) {
            return;
        }
        html.of("h2", wording.say("有变的结论", "Conclusions that differ"));
        if (result.total().conclusions() > result.first().size()) {
            html.of("p", wording.say("列出前 %s 个，共 %s 个；全部在本页的工作簿（xlsx）中。", "The first %s of %s; all of them are in the workbook (xlsx) of this page.")
                    .formatted(Naming.count(result.first().size()), Naming.count(result.total().conclusions())));
        }
        html.table("words", wording.say("决定", "Decision"), wording.say("所问", "Of what"), wording.say("所在地", "District"), wording.say("结论", "Outcome"),
                wording.say("最高金额（元）", "Amount at most (yuan)"), wording.say("说法有变的条款", "Clauses that say something else"));
        for (Flip flip : result.first()) {
            html.row(flip.decision(), naming.name(flip.question()) + " / " + naming.name(flip.direction()) + (flip.step().isEmpty() ? "" : " / " + naming.name(flip.step())),
                    naming.name(flip.district()), naming.change(flip.outcomeBefore(), flip.outcomeAfter()), amount(flip), String.join(wording.comma(), flip.clauses()));
        }
        html.close().close();
    }

    private static String amount(Flip flip) {
        return flip.changesAmount() ? amount(flip.amountBefore()) + " → " + amount(flip.amountAfter()) : amount(flip.amountBefore());
    }

    private static String amount(BigDecimal yuan) {
        return yuan == null ? "–" : Wording.number(yuan);
    }

    /** Last: what was held against what, by whom and when. */
    private void order() {
        Order order = run.order();
        html.of("h2", wording.say("试算", "Run")).open("table", "class", "identity");
        named(wording.say("编号", "Id"), order.id());
        named(wording.say("决策表", "Table"), table() + wording.say(" 第 %d 版", ", edition %d").formatted(order.edition()));
        named(wording.say("工作簿摘要", "Digest of the workbook"), order.digest());
        named(wording.say("这一版编成的规则库", "Rule base it makes"), order.draft());
        named(wording.say("相比的规则库（当时生效）", "Held against (in force then)"), order.base());
        named(wording.say("看到记录的第几条", "Record up to place"), Naming.count(order.upTo()));
        named(wording.say("范围", "Of these"), order.sample() == null ? wording.say("全部", "all") : wording.say("分层抽样，每层至多 %d 个，种子 %s",
                "a stratified sample, at most %d of each, seed %s").formatted(order.sample().each(), order.sample().seed()));
        named(wording.say("提出", "Asked"), order.by() + wording.comma() + BeijingTime.of(order.at()));
        for (Run.Step step : run.steps()) {
            named(naming.state(step.state()), step.by() + wording.comma() + BeijingTime.of(step.at()) + (step.detail() == null ? "" : wording.colon() + step.detail()));
        }
        html.close();
    }

    private void named(String name, String value) {
        html.open("tr").of("th", name).of("td", value).close();
    }
}
