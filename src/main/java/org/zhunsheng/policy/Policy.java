package org.zhunsheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhunsheng.facts.Question;

/**
 * One document: its data, all of its clauses in reading order, and what each question composes of them. {@code pairs} are readings that
 * act together: what one of them changes shows only beside the other. Without {@code annualGuide} the text knows no notice of the year;
 * {@code places} are what a support takes away from others, or from the same unit, under the default readings.
 * What stands {@code between} the documents is a ledger like theirs and no document: nobody signed it, and no list of documents has it.
 */
public record Policy(String policy, String number, boolean between, Text title, Text issuer, LocalDate signedOn, LocalDate inForceFrom, LocalDate inForceTo,
                     boolean trial, LocalDate planEndsOn, EndsUnder endsUnder, Text responsible, FunderLevel funderLevel, List<Repealed> repeals, String caseFile, String codeFact,
                     List<Direction> directions, List<Plan> questions,
                     List<Clause> clauses, List<Reading> readings, List<List<String>> pairs,
                     AnnualGuide annualGuide, List<Deadline> deadlines, List<Place> places) {

    public record Text(String zh, String en) {
    }

    /** Whose budget its money comes from; absent where it promises none. */
    public enum FunderLevel { NATIONAL, MUNICIPAL, DISTRICT }

    /** A document this one ended: the last day it held, and the clause that says so. */
    public record Repealed(String number, Text title, LocalDate until, String by) {
    }

    /** A reading under which a day that the text names for something else, in this clause, is the document's last. */
    public record EndsUnder(String reading, String option, LocalDate on, String clause) {
    }

    public Policy {
        repeals = repeals == null ? List.of() : repeals;
        directions = directions == null ? List.of() : directions;
        pairs = pairs == null ? List.of() : pairs;
        deadlines = deadlines == null ? List.of() : deadlines;
        places = places == null ? List.of() : places;
        Map<String, Clause> byId = new LinkedHashMap<>();
        for (Clause clause : clauses) {
            if (byId.put(clause.id(), clause) != null) {
                throw new IllegalArgumentException("条款 " + clause.id() + " 重复");
            }
        }
        List<String> dangling = new ArrayList<>();
        for (Clause clause : clauses) {
            if (clause.compose() != null) {
                clause.compose().clauses(id -> check(byId, id, "条款 " + clause.id(), dangling));
            }
        }
        for (Direction direction : directions) {
            check(byId, direction.clause(), "方向 " + direction.id(), dangling);
            direction.mode().clauses(id -> check(byId, id, "方向 " + direction.id(), dangling));
        }
        for (Plan plan : questions) {
            plan.advice().forEach(id -> check(byId, id, "问题 " + plan.question(), dangling));
            plan.compose().clauses(id -> {
                if (!id.equals("direction") && !id.equals("mode")) {
                    check(byId, id, "问题 " + plan.question(), dangling);
                }
            });
        }
        repeals.forEach(repealed -> check(byId, repealed.by(), "废止 " + repealed.number(), dangling));
        readings.forEach(reading -> reading.clauses().forEach(id -> check(byId, id, "口径 " + reading.id(), dangling)));
        readings.stream().flatMap(reading -> Stream.concat(Stream.of(reading.id()), reading.aliases().stream()))
                .filter(name -> readings.stream().filter(reading -> reading.isCalled(name)).count() > 1).findFirst().ifPresent(name -> {
                    throw new IllegalArgumentException("口径编号 " + name + " 不止一处");
                });
        List<String> known = readings.stream().map(Reading::id).toList();
        clauses.forEach(clause -> clause.readings().stream().filter(id -> !known.contains(id))
                .forEach(id -> dangling.add("条款 " + clause.id() + " 引用的口径 " + id)));
        for (List<String> pair : pairs) {
            List<String> selectable = readings.stream().filter(Reading::selectable).map(Reading::id).filter(pair::contains).toList();
            if (pair.size() != 2 || selectable.size() != 2) {
                dangling.add("可切换的两个不同口径 " + pair);
            }
        }
        if (endsUnder != null) {
            check(byId, endsUnder.clause(), "endsUnder", dangling);
            if (readings.stream().noneMatch(reading -> reading.id().equals(endsUnder.reading()) && reading.admits(endsUnder.option()))) {
                dangling.add("endsUnder 引用的口径选项 " + endsUnder.reading() + " " + endsUnder.option());
            }
        }
        if (annualGuide != null) {
            check(byId, annualGuide.clause(), "年度通知", dangling);
        }
        places.forEach(place -> check(byId, place.clause(), "名额", dangling));
        List<String> directionIds = directions.stream().map(Direction::id).toList();
        places.forEach(place -> place.exceptDirections().stream().filter(id -> !directionIds.contains(id))
                .forEach(id -> dangling.add("名额 " + place.clause() + " 引用的方向 " + id)));
        for (Deadline deadline : deadlines) {
            check(byId, deadline.clause(), "期限 " + deadline.kind(), dangling);
            deadline.under().stream().filter(variant -> readings.stream().noneMatch(reading -> reading.id().equals(variant.reading())
                    && reading.selectable() && reading.option(variant.option()).isPresent()))
                    .forEach(variant -> dangling.add("期限 " + deadline.kind() + " 引用的口径选项 " + variant.reading() + " " + variant.option()));
            if (deadlines.stream().filter(other -> other.kind().equals(deadline.kind())).count() > 1) {
                throw new IllegalArgumentException("期限 " + deadline.kind() + " 重复");
            }
        }
        if (!dangling.isEmpty()) {
            throw new IllegalArgumentException("台账 " + policy + " 中没有：" + String.join("；", dangling));
        }
    }

    private static void check(Map<String, Clause> byId, String id, String where, List<String> dangling) {
        if (!byId.containsKey(id)) {
            dangling.add(where + " 引用的条款 " + id);
        }
    }

    public Optional<Clause> clause(String id) {
        return clauses.stream().filter(clause -> clause.id().equals(id)).findFirst();
    }

    public Optional<Direction> direction(String id) {
        return directions.stream().filter(direction -> direction.id().equals(id)).findFirst();
    }

    public Optional<Reading> reading(String id) {
        for (Reading reading : readings) {
            if (reading.isCalled(id)) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    public Optional<Deadline> deadline(String kind) {
        return deadlines.stream().filter(deadline -> deadline.kind().equals(kind)).findFirst();
    }

    public Optional<Repealed> repealed(String number) {
        return repeals.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    public boolean inForce(LocalDate on) {
        return !on.isBefore(inForceFrom) && (inForceTo == null || !on.isAfter(inForceTo));
    }

    /** The same with readings chosen, under whatever name. */
    public boolean inForce(LocalDate on, Map<String, String> chosen) {
        return inForce(on) && mayHaveEnded(on).filter(ends -> reading(ends.reading()).stream()
                .anyMatch(reading -> chosen.entrySet().stream().anyMatch(each -> reading.isCalled(each.getKey()) && ends.option().equals(each.getValue())))).isEmpty();
    }

    /** Where the document has ended by this day under a reading. */
    public Optional<EndsUnder> mayHaveEnded(LocalDate on) {
        return Optional.ofNullable(endsUnder).filter(ends -> on.isAfter(ends.on()));
    }

    /** Who answers for a direction, where the document names anybody. */
    public Text responsible(Direction direction) {
        return direction == null || direction.responsible() == null ? responsible : direction.responsible();
    }

    public List<Plan> plans(Question question) {
        return questions.stream().filter(plan -> plan.question() == question).toList();
    }

    /** Every discretion point with its grades; a point without grades is a yes or no. */
    public Map<String, List<String>> scales() {
        Map<String, List<String>> scales = new LinkedHashMap<>();
        clauses.forEach(clause -> scales.putAll(clause.judgements()));
        return scales;
    }

    /** A document's number as it is printed: its year stands in brackets of its own, and keyboards have others. */
    public static String printed(String number) {
        StringBuilder plain = new StringBuilder(number.length());
        number.chars().filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c)).map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
                .forEach(c -> plain.append("[［【(（".indexOf(c) >= 0 ? '〔' : "]］】)）".indexOf(c) >= 0 ? '〕' : (char) c));
        return plain.toString();
    }
}
