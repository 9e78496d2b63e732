package org.zhunsheng.explanation;

import java.util.Comparator;
import java.util.List;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.pages.Html;
import org.zhunsheng.pages.Wording;

/** An explanation as one plain page: no scripts, nothing to load, headings and tables in the order in which one asks. */
final class ExplanationHtml {

    private final Explanation explanation;
    private final Depth depth;
    private final Html html;
    private final Wording wording;
    private final Pictures pictures;
    private final PageTables tables;

    private ExplanationHtml(Explanation explanation, Depth depth, String style) {
        this.explanation = explanation;
        this.depth = depth;
        this.wording = new Wording(explanation.language());
        this.html = Html.page(explanation.language(), wording.say("评定说明 ", "Explanation of decision ") + explanation.identity().id(), style);
        this.pictures = new Pictures(html, wording);
        this.tables = new PageTables(html, wording, pictures);
    }

    static String write(Explanation explanation, Depth depth) {
        return write(explanation, depth, "", "");
    }

    /** The same page to be printed: with rules for pages, and something of its own at the end. */
    static String write(Explanation explanation, Depth depth, String style, String end) {
        return new ExplanationHtml(explanation, depth, style).page(end);
    }

    private String page(String end) {
        html.open("body").open("h1").text(explanation.document().title()).close();
        html.of("p", "number", explanation.document().number() + wording.say("　评定说明", " · explanation of a decision"));
        for (Answer answer : explanation.answers()) {
            answer(answer);
        }
        if (depth != Depth.SENTENCE) {
            tables.searched(explanation.searched());
            tables.readings(explanation.readings());
        }
        identity(html, wording, explanation.identity());
        return html.ours(end).close().close().toString();
    }

    private void answer(Answer answer) {
        html.open("div", "class", "answer " + answer.outcome().code());
        html.of("p", "outcome", answer.outcome().text());
        html.of("p", "sentence", answer.sentence()).close();
        if (depth == Depth.SENTENCE) {
            return;
        }
        tables.amount(answer.amount());
        clauses(wording.say("不满足的条款", "Clauses not met"), answer.leaves(), "NOT_MET");
        clauses(wording.say("缺少事实的条款", "Clauses for which facts are missing"), answer.leaves(), "UNKNOWN");
        clauses(wording.say("有待判断的条款", "Clauses to be judged"), answer.leaves(), "JUDGEMENT");
        tables.open(answer.open());
        tables.nearest(answer.nearest());
        tables.ladders(answer.ladders());
        tables.timelines(answer.timelines());
        tables.judged(answer.judged(), answer.lines());
        clauses(wording.say("满足的条款", "Clauses met"), answer.leaves(), "MET");
        tables.told(wording.say("另见", "See also"), answer.notes());
        if (depth == Depth.TREE) {
            html.of("h2", wording.say("逐条", "Clause by clause"));
            branches(answer.articles());
        }
    }

    private void clauses(String heading, List<Line> lines, String verdict) {
        // what decided comes first; an exception that does not apply is not met either, and hurts nobody
        List<Line> shown = lines.stream().filter(line -> line.verdict().code().equals(verdict)).sorted(Comparator.comparing(line -> !line.decisive())).toList();
        if (!shown.isEmpty()) {
            html.of("h2", heading + wording.say("（%d）", " (%d)").formatted(shown.size()));
            tables.clauses(shown);
        }
    }

    private void branches(List<Branch> branches) {
        html.open("ul");
        for (Branch branch : branches) {
            html.open("li").of("b", branch.clause()).beside(" " + branch.title());
            if (branch.line() != null) {
                html.beside(wording.colon()).of("span", branch.line().verdict().code(), branch.line().verdict().text());
                if (branch.line().official() != null) {
                    html.open("div", "class", "official", "lang", "zh-CN").text(branch.line().official()).close();
                }
                behind(branch.line());
                branch.line().checks().forEach(this::leaf);
            }
            if (!branch.parts().isEmpty()) {
                branches(branch.parts());
            }
            html.close();
        }
        html.close();
    }

    private void behind(Line line) {
        if (line.place() != null) {
            html.of("span", "place", " " + line.place() + (line.cell() == null ? "" : wording.say("（", " (") + line.cell() + wording.say("）", ")")));
        } else if (line.rule() != null) {
            html.of("span", "place", wording.say(" 规则 ", " rule ") + line.rule());
        }
    }

    private void leaf(Check check) {
        html.open("div", "class", "leaf").text(check.label() + wording.colon() + check.value() + wording.say("，", ", ") + check.required());
        html.text(check.distance() == null ? "" : wording.say("，", ", ") + check.distance().text());
        html.text(wording.say("，", ", ") + check.source().text()).close();
    }

    /** Last: what one needs in order to ask for the record itself. */
    static void identity(Html html, Wording wording, Identity identity) {
        html.of("h2", wording.say("记录", "Record")).open("table", "class", "identity");
        row(html, wording.say("决定编号", "Decision"), identity.id());
        row(html, wording.say("作出时间", "Made at"), identity.time());
        row(html, wording.say("请求方", "Asked by"), identity.caller());
        row(html, wording.say("适用日期", "As of"), identity.asOf());
        row(html, wording.say("内容摘要", "Digest of the core"), identity.coreDigest());
        row(html, wording.say("规则库", "Rule base"), identity.ruleBase());
        row(html, wording.say("工作日历", "Calendar"), identity.calendar());
        html.close();
    }

    private static void row(Html html, String name, String value) {
        html.open("tr").of("th", name).of("td", value).close();
    }
}
