package org.zhunsheng.duplication;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/**
 * What persons decided of single awards and units, beside the points of a document's clauses: whether an award is for the same content, by
 * its code, and whether a unit is the one that asks, by its subject.
 */
record Settled(SortedMap<String, Judgement> content, SortedMap<String, Judgement> units, Map<String, Judgement> ofClauses) {

    static final Settled NOTHING = new Settled(new TreeMap<>(), new TreeMap<>(), Map.of());

    private static final Pattern CONTENT = Pattern.compile("award/([^/#]+)#content");
    private static final Pattern UNIT = Pattern.compile("subject/([^/#]+)#unit");

    static String ofContent(String award) {
        return "award/" + award + "#content";
    }

    static String ofUnit(String subject) {
        return "subject/" + subject + "#unit";
    }

    static Settled of(Map<String, Judgement> judgements, Problems problems) {
        SortedMap<String, Judgement> content = new TreeMap<>();
        SortedMap<String, Judgement> units = new TreeMap<>();
        Map<String, Judgement> ofClauses = new TreeMap<>();
        judgements.forEach((point, judgement) -> {
            Matcher award = CONTENT.matcher(point);
            Matcher unit = UNIT.matcher(point);
            if (award.matches()) {
                content.put(award.group(1), judgement);
            } else if (unit.matches()) {
                units.put(unit.group(1), judgement);
            } else {
                ofClauses.put(point, judgement);
                return;
            }
            requireYesOrNo(judgement, "/judgements/" + Problems.step(point) + "/value", problems);
        });
        return new Settled(content, units, ofClauses);
    }

    static boolean isOfClause(String point) {
        return !CONTENT.matcher(point).matches() && !UNIT.matcher(point).matches();
    }

    static void requireYesOrNo(Judgement judgement, String pointer, Problems problems) {
        if (!(judgement.value() instanceof Boolean)) {
            problems.at(pointer, ProblemCode.UNKNOWN_JUDGEMENT, "应为 true 或 false", "must be true or false");
        }
    }

    Optional<Boolean> sameContent(Award award) {
        return Optional.ofNullable(content.get(award.code())).map(judgement -> (Boolean) judgement.value());
    }

    Optional<Boolean> sameUnit(String subject) {
        return Optional.ofNullable(units.get(subject)).map(judgement -> (Boolean) judgement.value());
    }

    /** How the unit of an award stands to the one that asks, by the register of units or, where that is in question, by judgement. */
    History.Unit unit(Standing standing, String subject) {
        History.Unit unit = standing.of(subject);
        return unit != History.Unit.UNCERTAIN ? unit : sameUnit(subject).map(same -> same ? History.Unit.SAME : History.Unit.OTHER).orElse(unit);
    }
}
