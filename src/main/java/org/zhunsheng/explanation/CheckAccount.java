package org.zhunsheng.explanation;

import static org.zhunsheng.explanation.Accountant.columns;
import static org.zhunsheng.explanation.Accountant.joined;
import static org.zhunsheng.explanation.Accountant.yuan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.zhunsheng.explanation.Account.Column;
import org.zhunsheng.explanation.Account.Section;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.explanation.Explanation.Timeline;
import org.zhunsheng.pages.Wording;

/** A duplication check: what each clause says of it, which award bars until when, what reads alike, what was searched and who judged. */
final class CheckAccount {

    private final JsonNode envelope;
    private final JsonNode core;
    private final Library library;
    private final Wording wording;
    private final Sourcebook book;
    private final Sourcebook between;
    private final List<Section> sections = new ArrayList<>();

    CheckAccount(JsonNode envelope, Library library, Wording wording) {
        this.envelope = envelope;
        this.core = envelope.required("core");
        this.library = library;
        this.wording = wording;
        this.book = library.book(core.required("ruleBase").asText());
        this.between = core.has("betweenRuleBase") ? library.book(core.get("betweenRuleBase").asText()) : null;
    }

    Account whole() {
        asked();
        rules();
        earlier();
        windows();
        sections.addAll(new AlikeTables(core.path("similar"), wording).sections());
        open();
        judged();
        searched();
        readings();
        evidence();
        return new Account(wording.language(), Explainer.identity(envelope, core), Explainer.said(book.policy().title(), wording),
                book.policy().number() + wording.say("　查重说明", " · explanation of a duplication check"), Term.of(wording, core.get("level").asText()), sentence(), sections);
    }

    private void section(String key, String heading, Depth from, List<Column> columns, List<List<Object>> rows, List<Timeline> timelines) {
        sections.add(new Section(key, heading, from, columns, rows, timelines));
    }

    private void section(String key, String heading, List<Column> columns, List<List<Object>> rows) {
        section(key, heading, Depth.PAGE, columns, rows, List.of());
    }

    private String sentence() {
        String head = wording.say("按 %s，%s 申请的支持：%s", "Under %s, a support asked for on %s: %s").formatted(book.policy().number(), core.get("asOf").asText(),
                wording.name(core.get("level").asText()));
        List<String> barring = new ArrayList<>();
        core.get("rules").forEach(rule -> {
            if (rule.get("level").asText().equals("BLOCKED")) {
                barring.add(called(rule.get("clause").asText(), barring.isEmpty()) + (rule.get("awards").isEmpty() ? "" : wording.say("（支持 %s）", " (award %s)").formatted(joined(rule.get("awards"), wording))));
            }
        });
        String because = barring.isEmpty() ? "" : wording.say("，依据 ", ", by ") + String.join(wording.comma(), barring);
        String free = core.has("firstFreeDay") ? wording.say("，%s起不再受限", ", free from %s").formatted(core.get("firstFreeDay").asText()) : "";
        return head + because + free + wording.say("。", ".");
    }

    /** The first in our words as well: the others mostly say the same of another document. */
    private String called(String clause, boolean inFull) {
        int slash = clause.indexOf('/');
        String name = slash < 0 ? clause : wording.say("文件之间的 ", "between the documents ") + clause.substring(slash + 1);
        return inFull ? name + wording.say("「%s」", " (“%s”)").formatted(title(clause)) : name;
    }

    private void asked() {
        JsonNode request = core.get("request");
        List<List<Object>> rows = new ArrayList<>();
        asked(rows, wording.say("单位", "Unit"), request.path("unitCode").asText(request.path("subject").asText("")));
        asked(rows, wording.say("方向", "Direction"), said(request.path("direction")));
        asked(rows, wording.say("条款", "Clause"), request.path("clause").asText(""));
        asked(rows, wording.say("内容标识", "Content key"), request.path("contentKey").asText(""));
        asked(rows, wording.say("题目", "Title"), request.path("title").asText(""));
        asked(rows, wording.say("只看当时所知", "As known at"), request.path("knownAt").asText(""));
        section("asked", wording.say("所问", "What was asked"), columns("name", wording.say("项目", "Item"), "text", wording.say("内容", "Content")), rows);
    }

    private static void asked(List<List<Object>> rows, String name, String text) {
        if (!text.isEmpty()) {
            rows.add(List.of(name, text));
        }
    }

    private String title(String clause) {
        int slash = clause.indexOf('/');
        return slash < 0 ? Accountant.title(book, clause, wording) : Accountant.title(between, clause.substring(slash + 1), wording);
    }

    private void rules() {
        List<List<Object>> rows = new ArrayList<>();
        // what bars comes first
        Stream.of("BLOCKED", "OPEN", "CLEAR").flatMap(level -> StreamSupport.stream(core.get("rules").spliterator(), false)
                .filter(rule -> rule.get("level").asText().equals(level))).forEach(rule -> rows.add(List.of(rule.get("clause").asText(), title(rule.get("clause").asText()), wording.name(rule.get("level").asText()),
                joined(rule.get("awards"), wording), joined(rule.path("home"), wording))));
        section("rules", wording.say("逐条", "Clause by clause"), columns("clause", wording.say("条款", "Clause"), "title", wording.say("内容", "Content"), "verdict",
                wording.say("结论", "Verdict"), "awards", wording.say("涉及的支持", "Awards"), "home", wording.say("出自", "At home in")), rows);
    }

    private void earlier() {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode each : core.get("earlier")) {
            JsonNode facts = each.get("facts");
            rows.add(List.of(each.get("award").asText(), AlikeTables.unit(each.get("unit").asText(), wording), document(facts.path("policy")), said(facts.path("direction")),
                    said(facts.path("decidedOn")), yuan(facts.path("amountYuan")), said(facts.path("state")), each.path("clause").asText("")));
        }
        section("earlier", wording.say("查到的支持", "Earlier awards"), columns("award", wording.say("编码", "Code"), "unit", wording.say("单位", "Unit"), "policy",
                wording.say("文件", "Document"), "direction", wording.say("方向", "Direction"), "decidedOn", wording.say("决定日期", "Decided on"), "amountYuan",
                wording.say("金额", "Amount"), "state", wording.say("状态", "State"), "clause", wording.say("条款", "Clause")), rows);
    }

    private String document(JsonNode policy) {
        return policy.asText("").equals(book.policy().policy()) ? book.policy().number() : said(policy);
    }

    private String said(JsonNode fact) {
        return fact.isObject() && fact.path("none").asBoolean() ? wording.say("没有", "none") : fact.isValueNode() ? book.policy().direction(fact.asText())
                .map(direction -> wording.say(direction.zh(), direction.en())).orElseGet(() -> wording.name(fact.asText())) : "";
    }

    /** The day that counts is the one asked about; what it is held against stands in the finding. */
    private void windows() {
        List<List<Object>> rows = new ArrayList<>();
        List<Timeline> timelines = new ArrayList<>();
        for (JsonNode each : core.get("earlier")) {
            for (JsonNode bar : each.get("bars")) {
                LocalDate from = Distances.day(bar.path("windowFrom"));
                LocalDate to = Distances.day(bar.path("windowTo"));
                if (from == null || to == null) {
                    continue;
                }
                String award = each.get("award").asText();
                String clause = bar.get("clause").asText();
                LocalDate day = LocalDate.parse(core.get("asOf").asText());
                boolean barred = !day.isBefore(from) && !day.isAfter(to);
                timelines.add(new Timeline(clause, award, from, to, Distances.day(bar.path("firstFreeDay")), day, barred));
                rows.add(List.of(award, clause, from.toString(), years(bar), to.toString(), bar.path("firstFreeDay").asText(""), day.toString(),
                        barred ? wording.say("在期间之内", "inside") : wording.say("不在期间之内", "outside")));
            }
        }
        section("windows", wording.say("期间怎样数", "How the windows are counted"), Depth.PAGE, columns("award", wording.say("支持", "Award"), "clause",
                wording.say("条款", "Clause"), "from", wording.say("起", "From"), "years", wording.say("年数", "Years"), "to", wording.say("至", "To"), "free",
                wording.say("不再受限的第一天", "First free day"), "day", wording.say("所问之日", "Day asked"), "inside", wording.say("结果", "Result")), rows, timelines);
    }

    private static String years(JsonNode bar) {
        for (JsonNode evidence : bar.get("finding").path("evidence")) {
            if (evidence.path("test").asText().equals("WITHIN_YEARS_OF")) {
                return evidence.path("required").path("years").asText("");
            }
        }
        return "";
    }

    private void open() {
        List<List<Object>> rows = new ArrayList<>();
        core.get("judgementsNeeded").forEach(point -> rows.add(List.of(wording.say("判断", "judgement"), point.asText(), asks(point.asText()), "")));
        core.get("rules").forEach(rule -> rule.get("needs").forEach(fact -> rows.add(List.of(wording.say("事实", "fact"), fact.asText(), library.label(fact.asText(), wording),
                rule.get("clause").asText()))));
        section("open", wording.say("还需要什么", "What is still needed"), columns("kind", wording.say("种类", "Kind"), "what", wording.say("何者", "What"), "title",
                wording.say("内容", "Content"), "clause", wording.say("条款", "Clause")), rows);
    }

    /** What a point asks: of an award whether unit or content are the same, of a clause what the clause says. */
    private String asks(String point) {
        int end = point.indexOf('#');
        if (point.startsWith("award/") || point.startsWith("subject/")) {
            return wording.name(point.substring(end + 1).toUpperCase(Locale.ROOT) + "_OF_AWARD");
        }
        String clause = end < 0 ? point : point.substring(0, end);
        String own = book.policy().policy() + "/";
        return title(clause.startsWith(own) ? clause.substring(own.length()) : clause);
    }

    private void judged() {
        List<List<Object>> rows = new ArrayList<>();
        core.get("request").path("judgements").properties().forEach(each -> rows.add(List.of(each.getKey(), asks(each.getKey()), wording.name(each.getValue().path("value").asText()),
                each.getValue().path("by").asText(), each.getValue().path("on").asText(), each.getValue().path("reason").asText())));
        section("judged", wording.say("谁判断了什么", "Who judged what"), columns("point", wording.say("判断点", "Point"), "title", wording.say("内容", "Content"), "value",
                wording.say("判断", "Judgement"), "by",
                wording.say("何人", "Who"), "on", wording.say("何日", "When"), "reason", wording.say("何故", "Why")), rows);
    }

    private void searched() {
        JsonNode searched = core.get("searched");
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(wording.name("LEDGER"), wording.say("共 %s 条，%s", "%s entries, %s").formatted(searched.get("entries").asText(), searched.has("learnedAt")
                ? wording.say("最近记于 ", "the last learned at ") + searched.get("learnedAt").asText() : wording.say("尚无记录", "none yet"))
                + wording.say("；查于 ", "; searched at ") + core.get("moment").asText(), wording.say("%s 项", "%s awards").formatted(searched.get("awards").asText())));
        rows.add(List.of(wording.say("同一单位", "The same unit"), joined(searched.get("units"), wording), searched.get("units").isEmpty() ? wording.say("没有登记过这个单位", "no such unit is entered") : ""));
        if (!searched.get("unitsInQuestion").isEmpty()) {
            rows.add(List.of(wording.say("是否同一单位待认定", "Whether the same unit is open"), joined(searched.get("unitsInQuestion"), wording), ""));
        }
        JsonNode similar = core.path("similar");
        rows.add(similar.isMissingNode() ? List.of(wording.say("题目、摘要的比对", "Titles and summaries"), wording.say("没有写题目，没有比", "no title was given; not compared"), "")
                : List.of(wording.say("题目、摘要的比对", "Titles and summaries"), wording.say("比了 %s 项，界限 %s，算法 %s", "%s compared, threshold %s, algorithm %s")
                        .formatted(similar.get("compared").asText(), similar.get("threshold").asText(), similar.get("algorithm").asText()),
                        wording.say("达到界限 %d 项", "%d reach it").formatted(similar.get("suspects").size() + similar.get("further").size())));
        section("searched", wording.say("查过什么", "What was searched"), columns("where", wording.say("何处", "Where"), "reach", wording.say("查到何时、何处", "How far"), "found",
                wording.say("结果", "Found")), rows);
    }

    private void readings() {
        List<List<Object>> rows = new ArrayList<>();
        for (Sourcebook each : between == null ? List.of(book) : List.of(book, between)) {
            // the same short name may be another question in another ledger
            List<JsonNode> rules = StreamSupport.stream(core.get("rules").spliterator(), false).filter(rule -> (each == between) == rule.get("clause").asText().contains("/")).toList();
            new Readings(core.path("request").path("readings"), each.policy(), wording).ofFindings(rules).forEach(reading -> rows.add(List.of(reading.id(),
                    reading.question(), reading.text() + (reading.chosen() ? wording.say("（请求选定）", " (chosen by the request)") : ""))));
        }
        section("readings", wording.say("依据的口径", "Readings it rests on"), columns("reading", wording.say("口径", "Reading"), "question", wording.say("问题", "Question"),
                "taken", wording.say("采用", "Taken")), rows);
    }

    /** Down to the facts: each award that bars anything by itself, held against each clause. */
    private void evidence() {
        List<List<Object>> rows = new ArrayList<>();
        Readings readings = new Readings(core.path("request").path("readings"), book.policy(), wording);
        Checks checks = new Checks(book, library.facts(), new Provenance(core, register -> null, wording), readings, wording);
        core.get("earlier").forEach(each -> each.get("bars").forEach(bar -> {
            for (Check check : checks.of(bar.get("finding"))) {
                rows.add(List.of(each.get("award").asText(), bar.get("clause").asText(), check.label(), check.value(), check.required(), check.verdict().text()));
            }
        }));
        section("evidence", wording.say("逐项事实", "Fact by fact"), Depth.TREE, columns("award", wording.say("支持", "Award"), "clause", wording.say("条款", "Clause"), "fact",
                wording.say("事实", "Fact"), "value", wording.say("实际", "Actual"), "required", wording.say("要求", "Required"), "verdict", wording.say("结论", "Verdict")),
                rows, List.of());
    }
}
