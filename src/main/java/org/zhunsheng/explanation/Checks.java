package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Distance;
import org.zhunsheng.explanation.Explanation.Mark;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.tables.Cell;
import org.zhunsheng.tables.Row;

/** The evidence of findings in words: what each fact is called, what it was, what was required, and how far apart they are. */
final class Checks {

    private static final Pattern YEAR = Pattern.compile("\\[\\d{4}]$");

    private final Sourcebook book;
    private final Map<String, FactModel> facts;
    private final Provenance provenance;
    private final Readings readings;
    private final Distances distances;
    private final Wording wording;

    Checks(Sourcebook book, Map<String, FactModel> facts, Provenance provenance, Readings readings, Wording wording) {
        this.book = book;
        this.facts = facts;
        this.provenance = provenance;
        this.readings = readings;
        this.distances = new Distances(wording);
        this.wording = wording;
    }

    List<Check> of(JsonNode finding) {
        List<Check> checks = new ArrayList<>();
        JsonNode evidence = finding.path("evidence");
        long windows = StreamSupport.stream(evidence.spliterator(), false).filter(each -> each.path("test").asText().equals("WITHIN_YEARS_OF")).count();
        JsonNode values = finding.path("values");
        // of several days looked at, the finding shows only the last one's end
        LocalDate lastDay = windows != 1 ? null : Distances.day(values.has("windowTo") ? values.path("windowTo") : values.path("lastDayInside"));
        boolean standard = readings.standard(finding.path("readings"));
        evidence.forEach(each -> checks.add(check(each, finding.path("place").asText(null), lastDay, standard)));
        return checks;
    }

    private Check check(JsonNode evidence, String place, LocalDate lastDay, boolean standard) {
        String fact = evidence.path("fact").asText();
        FactModel model = model(fact);
        String unit = model == null ? "" : model.unit();
        Distance distance = distances.of(evidence, unit, lastDay, standard);
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (distance != null && distance.hair()) {
            marks.add(Mark.HAIR);
        }
        return new Check(fact, label(fact, model), unit, Term.of(wording, evidence.path("test").asText()), value(evidence, model, unit),
                required(evidence, unit), Term.of(wording, evidence.path("verdict").asText()), distance, provenance.of(evidence),
                cell(place, fact), marks);
    }

    /** The cell that asks this fact, where the finding's row has one that does so by this name; else where the finding stands. */
    private String cell(String place, String fact) {
        Row row = place == null ? null : book.row(place);
        if (row == null || book.cell(place) != null && book.cell(place).condition() != null) {
            return place;
        }
        String name = fact.replace(book.policy().policy() + "/", "");
        return row.cells().stream().filter(cell -> cell.asks().contains(fact) || cell.asks().contains(name)).map(Cell::place).findFirst().orElse(place);
    }

    /** What a map holds of a year is of the map's kind. */
    private FactModel model(String fact) {
        FactModel model = facts.get(fact);
        return model == null && fact.endsWith("]") && YEAR.matcher(fact).find() ? facts.get(fact.substring(0, fact.lastIndexOf('['))) : model;
    }

    /** Labels of facts are Chinese; in English a fact goes by the name it has in a request. */
    private String label(String fact, FactModel model) {
        if (fact.startsWith("judgements.")) {
            String clause = fact.substring(fact.indexOf('/') + 1);
            return wording.say("判断点 ", "point ") + clause;
        }
        if (model == null) {
            return wording.name(fact);
        }
        return wording.say(model.path().equals(fact) ? model.label() : model.label() + "（" + fact.substring(fact.lastIndexOf('[') + 1, fact.length() - 1) + "年）", fact);
    }

    String label(String fact) {
        return label(fact, model(fact));
    }

    /** A figure beside a verdict; those in yuan say so in their names. */
    String written(JsonNode value) {
        return written(value, "");
    }

    private String value(JsonNode evidence, FactModel model, String unit) {
        if (evidence.path("missing").asBoolean()) {
            return wording.name("NOT_SUPPLIED");
        }
        if (evidence.path("none").asBoolean()) {
            return model == null || !model.admitsNone() ? wording.say("没有", "none") : wording.say(model.none(), "none");
        }
        return written(evidence.path("value"), unit);
    }

    private String required(JsonNode evidence, String unit) {
        JsonNode required = evidence.path("required");
        String test = evidence.path("test").asText();
        if (test.equals("SUPPLIED") || required.isMissingNode()) {
            return wording.name(test);
        }
        if (required.has("years")) {
            String on = required.path("on").asText();
            String years = required.path("years").asText();
            return test.equals("FULL_YEARS_BY") ? wording.say("至 %s 满 %s 年", "by %s full %s years").formatted(on, years)
                    : wording.say("至 %s 在 %s 年之内", "as of %s within %s years").formatted(on, years);
        }
        if (test.equals("WITHIN") && required.isArray()) {
            return wording.name(test) + " " + required.get(0).asText() + "–" + required.get(1).asText() + wording.unit(unit);
        }
        return wording.name(test) + wording.say("", " ") + written(required, unit);
    }

    private String written(JsonNode value, String unit) {
        if (value.isNumber()) {
            return wording.measured(value.decimalValue(), unit);
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(each -> written(each, unit)).collect(Collectors.joining(wording.comma()));
        }
        return value.isObject() ? value.toString() : book.direction(value.asText()).map(direction -> wording.say(direction.zh(), direction.en()))
                .orElseGet(() -> wording.name(value.asText()));
    }
}
