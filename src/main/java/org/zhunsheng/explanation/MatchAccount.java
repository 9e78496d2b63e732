package org.zhunsheng.explanation;

import static org.zhunsheng.explanation.Accountant.columns;
import static org.zhunsheng.explanation.Accountant.joined;
import static org.zhunsheng.explanation.Accountant.yuan;
import static org.zhunsheng.explanation.Accountant.zeroOr;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.explanation.Account.Column;
import org.zhunsheng.explanation.Account.Section;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.pages.Wording;

/** A match: what each document says of each activity, the best of it together, what is left out for which clause, and until when. */
final class MatchAccount {

    private static final int SHOWN = 3;

    private final JsonNode envelope;
    private final JsonNode core;
    private final Library library;
    private final Wording wording;
    private final Map<String, Sourcebook> books = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();

    MatchAccount(JsonNode envelope, Library library, Wording wording) {
        this.envelope = envelope;
        this.core = envelope.required("core");
        this.library = library;
        this.wording = wording;
        core.required("ruleBases").forEach(base -> books.put(base.get("policy").asText(), library.book(base.get("digest").asText())));
    }

    Account whole() {
        combination("combination", wording.say("最好的组合", "The best combination"), Depth.PAGE);
        leftOut("combination", wording.say("没有入选的", "What is left out"));
        combination("combinationIfJudged", wording.say("待判断的都有利时的组合", "The combination if every judgement were favourable"), Depth.PAGE);
        leftOut("combinationIfJudged", wording.say("那时没有入选的", "What would then be left out"));
        candidates();
        decided();
        asks("needs", "fact", wording.say("缺的事实，能增加最多的在前", "Missing facts, those that could add most first"));
        asks("judgementsNeeded", "point", wording.say("待判断的，能增加最多的在前", "Open judgements, those that could add most first"));
        between();
        alternatives();
        notInForce();
        searched();
        warnings();
        Identity plain = Explainer.identity(envelope, core);
        // a match is decided by several rule bases: all of them are named
        List<String> named = new ArrayList<>();
        core.get("ruleBases").forEach(base -> named.add(base.get("policy").asText() + " " + base.get("digest").asText()));
        return new Account(wording.language(), new Identity(plain.kind(), plain.id(), plain.time(), plain.caller(), plain.coreDigest(), String.join("; ", named), plain.asOf(), plain.calendar()),
                wording.say("找政策", "Policy finder"), wording.say("找政策的说明", "Explanation of a match"), null, sentence(), sections);
    }

    private String sentence() {
        JsonNode combination = core.get("combination");
        int chosen = combination.get("chosen").size();
        String day = core.get("asOf").asText();
        String head = wording.say("%s 按 %d 份文件看了 %d 个候选，", "As of %s, %d documents were asked about %d candidates; ").formatted(day, documents(), core.get("candidates").size());
        if (chosen == 0) {
            return head + wording.say("没有现在就可得的。", "none can be had now.");
        }
        return head + wording.say("可以同时得到 %d 个，合计最多 %s；没有入选 %d 个。", "%d can be had together, at most %s in all; left out: %d.").formatted(chosen,
                wording.yuan(zeroOr(combination.at("/totals/totalMaxYuan"))), combination.get("leftOut").size());
    }

    private long documents() {
        return books.values().stream().filter(book -> !book.policy().between()).count() - core.get("notInForce").size();
    }

    private void section(String key, String heading, Depth from, List<Column> columns, List<List<Object>> rows) {
        sections.add(new Section(key, heading, from, columns, rows, List.of()));
    }

    /** Which document, which activity and on what. */
    private String name(JsonNode candidate) {
        Sourcebook book = books.get(candidate.get("policy").asText());
        return Accountant.number(book.policy(), wording) + " " + direction(book, candidate.get("decision")) + wording.say("（", " (") + candidate.get("activity").asText()
                + wording.say("）", ")");
    }

    private String direction(Sourcebook book, JsonNode decision) {
        String id = decision.path("direction").asText("");
        return book.policy().direction(id).map(direction -> wording.say(direction.zh(), direction.en())).orElseGet(() -> wording.name(decision.get("question").asText()));
    }

    private JsonNode candidate(int place) {
        return core.get("candidates").get(place);
    }

    private void combination(String name, String heading, Depth from) {
        JsonNode combination = core.path(name);
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode place : combination.path("chosen")) {
            JsonNode decision = candidate(place.asInt()).get("decision");
            rows.add(List.of(place.asText(), name(candidate(place.asInt())), yuan(decision.path("maxAmountYuan")), wording.name(decision.path("amountKind").asText(""))));
        }
        if (!rows.isEmpty()) {
            for (String total : List.of("exactYuan", "ceilingYuan", "discretionaryCeilingYuan", "totalMaxYuan")) {
                BigDecimal sum = zeroOr(combination.at("/totals/" + total));
                if (sum.signum() != 0) {
                    rows.add(List.of("", total(total), sum, ""));
                }
            }
        }
        section(name, heading, from, columns("candidate", wording.say("候选", "Candidate"), "name", wording.say("何者", "What"), "amountYuan", wording.say("金额", "Amount"), "kind",
                wording.say("性质", "Kind")), rows);
    }

    private String total(String name) {
        return switch (name) {
            case "exactYuan" -> wording.say("合计：确定金额", "Total of exact amounts");
            case "ceilingYuan" -> wording.say("合计：最高金额", "Total of ceilings");
            case "discretionaryCeilingYuan" -> wording.say("合计：酌定上限", "Total of ceilings at discretion");
            default -> wording.say("总计最多", "In all at most");
        };
    }

    private void leftOut(String name, String heading) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode left : core.path(name).path("leftOut")) {
            rows.add(List.of(left.get("candidate").asText(), name(candidate(left.get("candidate").asInt())), wording.name(left.get("reason").asText()),
                    left.has("because") ? name(candidate(left.get("because").asInt())) : "", clauses(left.get("clauses")), left.path("freeFrom").asText("")));
        }
        section(name + "LeftOut", heading, Depth.PAGE, columns("candidate", wording.say("候选", "Candidate"), "name", wording.say("何者", "What"), "reason",
                wording.say("原因", "Reason"), "because", wording.say("与谁冲突", "In conflict with"), "clauses", wording.say("依据", "By"), "freeFrom", wording.say("何日起可得", "Free from")), rows);
    }

    /** Each with our words for it, the first of many. */
    private String clauses(JsonNode ids) {
        List<String> named = new ArrayList<>();
        for (JsonNode id : ids) {
            int slash = id.asText().indexOf('/');
            String title = slash < 0 ? "" : Accountant.title(books.get(id.asText().substring(0, slash)), id.asText().substring(slash + 1), wording);
            named.add(title.isEmpty() ? id.asText() : id.asText() + wording.say("（", " (") + title + wording.say("）", ")"));
        }
        return first(named);
    }

    /** Where everything holds, all of it decided: the whole list is for the tree. */
    private String first(List<String> named) {
        String shown = String.join(wording.say("；", "; "), named.subList(0, Math.min(named.size(), SHOWN)));
        return named.size() <= SHOWN ? shown : shown + wording.say(" 等 %d 条", "; %d in all").formatted(named.size());
    }

    private void candidates() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < core.get("candidates").size(); i++) {
            JsonNode candidate = candidate(i);
            JsonNode decision = candidate.get("decision");
            Sourcebook book = books.get(candidate.get("policy").asText());
            List<String> decided = new ArrayList<>();
            decision.get("decidedBy").forEach(id -> decided.add(id.asText() + " " + Accountant.title(book, id.asText(), wording)));
            rows.add(List.of(String.valueOf(i), Accountant.number(book.policy(), wording), candidate.get("activity").asText(), direction(book, decision),
                    wording.name(decision.get("outcome").asText()), yuan(decision.path("maxAmountYuan")), range(decision.path("amountRange")),
                    first(decided), decision.path("tier").asText(""), decision.path("values").path("firstFreeDay").asText("")));
        }
        section("candidates", wording.say("每份文件怎样说", "What each document says"), Depth.PAGE, columns("candidate", wording.say("候选", "Candidate"), "policy",
                wording.say("文件", "Document"), "activity", wording.say("活动", "Activity"), "direction", wording.say("方向", "Direction"), "outcome", wording.say("结论", "Outcome"),
                "amountYuan", wording.say("金额", "Amount"), "range", wording.say("范围", "Range"), "decidedBy", wording.say("依据的条款", "Decided by"), "tier",
                wording.say("档次", "Tier"), "firstFreeDay", wording.say("何日起不再受限", "Free from")), rows);
    }

    private void decided() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < core.get("candidates").size(); i++) {
            Sourcebook book = books.get(candidate(i).get("policy").asText());
            for (JsonNode id : candidate(i).get("decision").get("decidedBy")) {
                rows.add(List.of(String.valueOf(i), id.asText(), Accountant.title(book, id.asText(), wording)));
            }
        }
        section("decidedBy", wording.say("依据的条款，逐条", "Decided by, clause by clause"), Depth.TREE, columns("candidate", wording.say("候选", "Candidate"), "clause",
                wording.say("条款", "Clause"), "title", wording.say("内容", "Content")), rows);
    }

    private String range(JsonNode range) {
        return range.isMissingNode() ? "" : wording.yuan(range.get("fromYuan").decimalValue()) + "–" + (range.has("toYuan") ? wording.yuan(range.get("toYuan").decimalValue()) : "");
    }

    private void asks(String list, String name, String heading) {
        List<List<Object>> rows = new ArrayList<>();
        core.get(list).forEach(ask -> rows.add(List.of(ask.get(name).asText(), title(ask.get(name).asText()), ask.get("couldAddYuan").decimalValue(), joined(ask.get("candidates"), wording))));
        section(list, heading, Depth.PAGE, columns(name, name.equals("fact") ? wording.say("事实", "Fact") : wording.say("判断点", "Point"), "title", wording.say("内容", "Content"), "couldAddYuan",
                wording.say("可能增加", "Could add"), "candidates", wording.say("候选", "Candidates")), rows);
    }

    /** Of a fact its name, of a point the clause that it is judged under. */
    private String title(String asked) {
        int slash = asked.indexOf('/');
        return slash < 0 ? library.label(asked, wording) : Accountant.title(books.get(asked.substring(0, slash)), asked.substring(slash + 1).replaceFirst("#.*", ""), wording);
    }

    private void between() {
        List<List<Object>> rows = new ArrayList<>();
        core.path("openBetween").forEach(open -> rows.add(List.of(name(candidate(open.get("first").asInt())), name(candidate(open.get("second").asInt())),
                wording.name(open.get("outcome").asText()), clauses(open.get("clauses")), joined(open.get("judgementsNeeded"), wording))));
        section("openBetween", wording.say("文件之间尚未定的", "What is open between documents"), Depth.PAGE, columns("first", wording.say("先得", "First"), "second",
                wording.say("后得", "Then"), "outcome", wording.say("状态", "State"), "clauses", wording.say("条款", "Clauses"), "points", wording.say("判断点", "Points")), rows);
    }

    private void alternatives() {
        List<List<Object>> rows = new ArrayList<>();
        core.path("alternatives").forEach(each -> {
            List<String> chosen = new ArrayList<>();
            each.get("chosen").forEach(one -> chosen.add(one.get("policy").asText() + " " + one.get("direction").asText() + " " + one.get("activity").asText()));
            rows.add(List.of(each.get("reading").asText(), each.get("option").asText(), zeroOr(each.at("/totals/totalMaxYuan")), String.join(wording.say("；", "; "), chosen)));
        });
        section("alternatives", wording.say("口径若另作选择", "If a reading were chosen otherwise"), Depth.TREE, columns("reading", wording.say("口径", "Reading"), "option",
                wording.say("选项", "Option"), "totalYuan", wording.say("总计最多", "In all at most"), "chosen", wording.say("组合", "Combination")), rows);
    }

    private void notInForce() {
        List<List<Object>> rows = new ArrayList<>();
        core.get("notInForce").forEach(each -> rows.add(List.of(each.get("policy").asText(), each.get("inForceFrom").asText(), each.path("inForceTo").asText(""))));
        section("notInForce", wording.say("当日未施行的文件", "Documents not in force"), Depth.PAGE, columns("policy", wording.say("文件", "Document"), "from", wording.say("施行自", "From"),
                "to", wording.say("至", "To")), rows);
    }

    /** What the ledger was asked, activity by activity, and which guides. */
    private void searched() {
        List<List<Object>> rows = new ArrayList<>();
        core.path("history").forEach(each -> {
            Explanation.Search search = new Provenance(Explainer.object("history", each.get("ledger")), register -> null, wording).searches().get(0);
            rows.add(List.of(search.name() + wording.say("（", " (") + each.get("activity").asText() + wording.say("）", ")"), search.reach(), search.found()));
        });
        core.path("guides").forEach(guide -> new Provenance(Explainer.object("guide", guide), register -> null, wording).searches()
                .forEach(search -> rows.add(List.of(search.name() + " " + guide.path("policy").asText(), search.reach(), search.found()))));
        section("searched", wording.say("查过什么", "What was searched"), Depth.PAGE, columns("where", wording.say("何处", "Where"), "reach", wording.say("查到何时", "How far"), "found",
                wording.say("结果", "Found")), rows);
    }

    private void warnings() {
        List<List<Object>> rows = new ArrayList<>();
        core.get("warnings").forEach(code -> rows.add(List.of(code.asText(), wording.name(code.asText()))));
        section("warnings", wording.say("注意", "Warnings"), Depth.PAGE, columns("code", wording.say("代码", "Code"), "text", wording.say("内容", "Text")), rows);
    }
}
