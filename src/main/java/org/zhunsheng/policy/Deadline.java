package org.zhunsheng.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A period of the document that can be asked for by itself (期限): from the day of {@code fact} so many {@code unit}s, as {@code figure} of
 * the document's tables says, and how readings change that. {@code bars}: until its last day something is barred that is free after it.
 */
public record Deadline(String kind, String clause, String figure, String fact, Unit unit, boolean startCounts, Roll roll, int shiftDays, boolean bars,
                       String zh, String en, List<Variant> under) {

    /** Calendar years end on 31 December, and the year of the start is the first of them where the start counts. */
    public enum Unit { WORKING_DAYS, DAYS, MONTHS, YEARS, CALENDAR_YEARS }

    /** Where a last day goes that falls on a day off. */
    public enum Roll { NONE, FORWARD, BACKWARD }

    /** What a reading makes different; null stays as it is. */
    public record Variant(String reading, String option, String fact, Unit unit, Boolean startCounts, Roll roll, Integer shiftDays) {
    }

    public Deadline {
        roll = roll == null ? Roll.NONE : roll;
        under = under == null ? List.of() : under;
        // "by the end of the year" says no number; everything else does, and the number stands in a table
        if (kind == null || clause == null || unit == null || fact == null || zh == null || en == null
                || figure == null && unit != Unit.CALENDAR_YEARS) {
            throw new IllegalArgumentException("期限 " + kind + "：应写明 kind、clause、figure、fact、unit、zh、en");
        }
    }

    /** The period as it is counted under these readings, named by their ids. */
    public Deadline under(Map<String, String> chosen) {
        Deadline read = this;
        for (Variant variant : under) {
            if (variant.option.equals(chosen.get(variant.reading))) {
                read = new Deadline(kind, clause, figure, other(variant.fact, read.fact), other(variant.unit, read.unit),
                        other(variant.startCounts, read.startCounts), other(variant.roll, read.roll), other(variant.shiftDays, read.shiftDays), bars,
                        zh, en, under);
            }
        }
        return read;
    }

    private static <T> T other(T changed, T usual) {
        return Optional.ofNullable(changed).orElse(usual);
    }

    /** The readings it depends on, in their order. */
    public List<String> readings() {
        return under.stream().map(Variant::reading).filter(Objects::nonNull).distinct().sorted().toList();
    }
}
