package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhunsheng.explanation.Explanation.Amount;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Better;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Mark;
import org.zhunsheng.explanation.Explanation.Open;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.explanation.Explanation.Told;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.tables.Cell;

/** One decision of a core after another, in words. */
final class Answers {

    private final Sourcebook book;
    private final JsonNode core;
    private final Checks checks;
    private final Wording wording;
    private final OfficialTexts texts;

    Answers(Sourcebook book, JsonNode core, Checks checks, Wording wording, OfficialTexts texts) {
        this.book = book;
        this.core = core;
        this.checks = checks;
        this.wording = wording;
        this.texts = texts;
    }

    Answer of(JsonNode decision, List<Better> nearest) {
        List<String> decidedBy = texts(decision.path("decidedBy"));
        List<Line> lines = new ArrayList<>();
        decision.path("findings").forEach(finding -> lines.add(line(finding, decidedBy)));
        Amount amount = amount(decision);
        List<Open> open = new ArrayList<>();
        decision.path("needs").forEach(need -> open.add(open(need, need.path("fact").asText(), false)));
        decision.path("judgementsNeeded").forEach(need -> open.add(open(need, need.path("point").asText(), true)));
        Term outcome = Term.of(wording, decision.path("outcome").asText());
        return new Answer(Term.of(wording, decision.path("question").asText()), direction(decision), step(decision), outcome,
                new Sentences(wording).of(core, decision, book.policy(), outcome, amount, lines, open), amount, decidedBy, lines, Branch.of(lines, book, wording),
                new Ladders(book, wording).of(lines, decision.path("tier").asText("")), new Timelines(core).of(decision), open, nearest, told(decision.path("values")),
                notes(decision));
    }

    private Term direction(JsonNode decision) {
        String id = decision.path("direction").asText(null);
        return id == null ? null : book.direction(id).map(direction -> new Term(id, wording.say(direction.zh(), direction.en())))
                .orElse(new Term(id, id));
    }

    private Term step(JsonNode decision) {
        return Term.of(wording, decision.path("step").asText(null));
    }

    private Line line(JsonNode finding, List<String> decidedBy) {
        String id = finding.path("clause").asText();
        Clause clause = book.clause(id);
        String verdict = finding.path("verdict").asText();
        List<Check> looked = checks.of(finding);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        looked.forEach(check -> marks.addAll(check.marks()));
        if (isByJudgementAlone(verdict, looked)) {
            marks.add(Mark.JUDGEMENT_ALONE);
        }
        if (verdict.equals("MET") && !looked.isEmpty() && looked.stream().allMatch(check -> Changeable.STATED.isOwnWord(check.fact()))) {
            marks.add(Mark.OWN_WORD);
        }
        if (texts.isToBeReviewed(book.policy().policy(), id)) {
            marks.add(Mark.TEXT_CHANGED);
        }
        String place = finding.path("place").asText(null);
        Cell cell = place == null ? null : book.cell(place);
        return new Line(id, wording.say(clause.zh(), clause.en()), texts.of(book.policy().policy(), id), Term.of(wording, verdict), decidedBy.contains(id), clause.isLeaf(),
                finding.path("rule").asText(null), place, cell == null ? null : cell.heading() + wording.colon() + cell.shown(), looked,
                told(finding.path("values")), texts(finding.path("readings")), verdict.equals("MET") || clause.remedy() == null ? null
                        : wording.say(clause.remedy().zh(), clause.remedy().en()), marks);
    }

    /** Nothing else was looked at; or it holds although something else failed, which a conjunction would not bear. */
    private static boolean isByJudgementAlone(String verdict, List<Check> looked) {
        List<Check> judged = new ArrayList<>();
        for (Check check : looked) {
            if (check.test().code().equals("JUDGED")) {
                judged.add(check);
            }
        }
        boolean nothingElse = judged.size() == looked.size() && judged.stream().noneMatch(check -> check.verdict().code().equals("JUDGEMENT"));
        return !judged.isEmpty() && (nothingElse || verdict.equals("MET") && judged.stream().anyMatch(check -> check.verdict().code().equals("MET"))
                && looked.stream().anyMatch(check -> !judged.contains(check) && check.verdict().code().equals("NOT_MET")));
    }

    private Amount amount(JsonNode decision) {
        if (!decision.has("maxAmountYuan") && !decision.has("amountRange")) {
            return null;
        }
        JsonNode range = decision.path("amountRange");
        List<String> arithmetic = new ArrayList<>();
        Set<String> granting = new HashSet<>(texts(decision.path("decidedBy")));
        granting.add(decision.path("tier").asText(""));
        for (JsonNode finding : decision.path("findings")) {
            if (finding.has("award") && finding.path("verdict").asText().equals("MET") && granting.contains(finding.path("clause").asText())) {
                arithmetic.add(arithmetic(finding.path("clause").asText(), finding.path("award")));
            }
        }
        return new Amount(yuan(decision, "maxAmountYuan"), yuan(range, "fromYuan"), yuan(range, "toYuan"), Term.of(wording, decision.path("amountKind").asText(null)),
                Term.of(wording, decision.path("paymentMode").asText(null)), decision.path("tier").asText(null), arithmetic);
    }

    /** As rate, base and cap stand in the record; nothing is multiplied again. */
    private String arithmetic(String clause, JsonNode award) {
        BigDecimal rate = yuan(award, "ratePercent");
        BigDecimal base = yuan(award, "baseYuan");
        BigDecimal cap = yuan(award, "capYuan");
        BigDecimal result = yuan(award, "ceilingYuan");
        StringBuilder text = new StringBuilder(clause).append(wording.colon());
        if (rate != null && base != null) {
            text.append(wording.yuan(base)).append(" × ").append(Wording.number(rate)).append('%');
            text.append(cap == null ? "" : wording.say("，以 %s 为限", ", at most %s").formatted(wording.yuan(cap)));
            text.append(result == null ? "" : " → " + wording.yuan(result));
        } else {
            text.append(result == null ? wording.say("不涉及金额", "no sum") : wording.name(award.path("kind").asText()) + " " + wording.yuan(result));
        }
        return text.append(award.path("provisional").asBoolean() ? wording.say("（暂定）", " (provisional)") : "").toString();
    }

    private static BigDecimal yuan(JsonNode in, String name) {
        return in.path(name).isNumber() ? in.path(name).decimalValue() : null;
    }

    private Open open(JsonNode need, String name, boolean judgement) {
        String clause = name.substring(name.indexOf('/') + 1);
        Term what = new Term(name, judgement ? wording.say("判断点 ", "point ") + clause : checks.label(name));
        return new Open(what, judgement, texts(need.path("clauses")), prospect(need.path("ifFavourable")), prospect(need.path("ifUnfavourable")));
    }

    private String prospect(JsonNode prospect) {
        BigDecimal amount = yuan(prospect, "maxAmountYuan");
        return wording.name(prospect.path("outcome").asText()) + (amount == null ? "" : wording.say("，最高 ", ", at most ") + wording.yuan(amount));
    }

    private List<Told> notes(JsonNode decision) {
        List<Told> notes = new ArrayList<>();
        decision.path("consequences").forEach(measure -> notes.add(new Told(measure.path("clause").asText(), wording.name(measure.path("measure").asText())
                + (measure.path("mandatory").asBoolean() ? wording.say("（应当）", " (shall)") : wording.say("（可以）", " (may)"))
                + (measure.has("upToYuan") ? wording.say("，至多 ", ", up to ") + wording.yuan(yuan(measure, "upToYuan")) : "")
                + wording.colon() + wording.name(measure.path("verdict").asText()))));
        decision.path("warnings").forEach(warning -> notes.add(new Told(warning.path("clause").asText(""), wording.name(warning.path("code").asText()))));
        core.path("guide").path("warnings").forEach(warning -> notes.add(new Told(warning.path("clause").asText(""), wording.name(warning.path("code").asText())
                + (warning.has("day") ? " " + warning.path("day").asText() : ""))));
        return notes;
    }

    private List<Told> told(JsonNode values) {
        List<Told> told = new ArrayList<>();
        values.properties().forEach(value -> told.add(new Told(wording.name(value.getKey()), checks.written(value.getValue()))));
        return told;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
