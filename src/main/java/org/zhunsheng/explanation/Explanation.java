package org.zhunsheng.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.wire.Language;

/**
 * What a recorded decision rests on, in one language: drawn from its core and from the ledger and workbooks of the rule base that decided
 * it. Nothing is decided here; what the record does not say is left out (null or empty).
 */
public record Explanation(Language language, Identity identity, Document document, List<Answer> answers, List<Search> searched,
                          List<Reading> readings) implements Page {

    @Override
    public byte[] json(Depth depth) {
        return ExplanationJson.write(this, depth);
    }

    @Override
    public String html(Depth depth, String style, String end) {
        return ExplanationHtml.write(this, depth, style, end);
    }

    @Override
    public byte[] workbook() {
        return ExplanationWorkbook.write(this);
    }

    /** How much of it is told. */
    public enum Depth { SENTENCE, PAGE, TREE }

    /** A condition that a small change or another person would turn, or that holds on the applicant's own word; a clause whose official text changed since. */
    public enum Mark { HAIR, JUDGEMENT_ALONE, OWN_WORD, TEXT_CHANGED }

    public record Identity(AnswerKind kind, String id, String time, String caller, String coreDigest, String ruleBase, String asOf, String calendar) {
    }

    public record Document(String policy, String number, String title, String issuer) {
    }

    /** A code as it stands in the core, beside what it is called. */
    public record Term(String code, String text) {

        static Term of(Wording wording, String code) {
            return code == null || code.isEmpty() ? null : new Term(code, wording.name(code));
        }
    }

    /** One decision: of a question, on a direction or a step where it has one. */
    public record Answer(Term question, Term direction, Term step, Term outcome, String sentence, Amount amount, List<String> decidedBy,
                         List<Line> lines, List<Branch> articles, List<Ladder> ladders, List<Timeline> timelines, List<Open> open, List<Better> nearest,
                         List<Told> told, List<Told> notes) {

        /** The clauses that say something themselves; what is composed of others is for the tree. */
        List<Line> leaves() {
            return lines.stream().filter(Line::leaf).toList();
        }

        /** What persons judged, each point once. */
        List<Check> judged() {
            return lines.stream().flatMap(line -> line.checks().stream()).filter(check -> check.source().kind() == Source.Kind.JUDGEMENT).distinct().toList();
        }
    }

    /** @param arithmetic of the amount, line by line */
    public record Amount(BigDecimal mostYuan, BigDecimal fromYuan, BigDecimal toYuan, Term kind, Term payment, String tier, List<String> arithmetic) {
    }

    /**
     * A clause that was looked at: our summary of it and, where an operator supplied it, the official wording. The rule or the cell of a
     * workbook that decided it is null where its parts did.
     */
    public record Line(String clause, String title, String official, Term verdict, boolean decisive, boolean leaf, String rule, String place, String cell,
                       List<Check> checks, List<Told> values, List<String> readings, String remedy, Set<Mark> marks) {
    }

    /** One fact held against what was required of it. */
    public record Check(String fact, String label, String unit, Term test, String value, String required, Term verdict, Distance distance,
                        Source source, String place, Set<Mark> marks) {
    }

    /** What is between the value and the requirement: the figures where there are any, and a sentence. */
    public record Distance(BigDecimal value, BigDecimal from, BigDecimal to, BigDecimal by, String unit, boolean hair, String text) {
    }

    /** Where a fact came from. */
    public record Source(Kind kind, String text) {

        public enum Kind { REQUEST, REGISTER, LEDGER, GUIDE, JUDGEMENT, DERIVED, NOT_SUPPLIED }
    }

    /** The rows of a table among which this one was placed. */
    public record Ladder(String table, String title, List<Rung> rungs) {
    }

    public record Rung(String row, String clause, String title, Term verdict, boolean place, List<Told> yields, List<Step> steps, String at) {
    }

    /** One cell of a row, and the fact that met it or did not. Nothing is said where the record does not tell which fact it was. */
    public record Step(String heading, String place, String shown, Check check) {
    }

    /** An earlier award and the days on which it bars another. */
    public record Timeline(String clause, String award, LocalDate from, LocalDate to, LocalDate free, LocalDate day, boolean barred) {
    }

    /** A fact or a judgement that is missing, and what it could lead to. */
    public record Open(Term what, boolean judgement, List<String> clauses, String ifFavourable, String ifUnfavourable) {
    }

    /** The fewest facts that would have to be otherwise for a better answer, and what would come of it; or the clauses that bar it. */
    public record Better(Term goal, String sentence, List<Altered> changes, Term outcome, BigDecimal mostYuan, String tier, List<Barring> bars) {
    }

    public record Altered(String fact, String label, String from, String to, String by) {
    }

    public record Barring(String clause, String title, List<Term> reasons) {
    }

    public record Told(String name, String text) {
    }

    /** Where was looked, how far that reached, and what came of it. */
    public record Search(Source.Kind where, String name, String reach, String found) {
    }

    public record Reading(String id, String question, String option, String text, boolean chosen) {
    }
}
