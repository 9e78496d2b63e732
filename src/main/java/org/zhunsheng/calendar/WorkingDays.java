package org.zhunsheng.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The working days of mainland China: Monday to Friday, less the holidays and plus the make-up days (调休) of the State
 * Council's yearly notices. Only the years of the data are known; see {@link UnknownYear}.
 */
public final class WorkingDays {

    private static final String OFFICIAL = "calendar/working-days.csv";

    private final String version;
    private final String digest;
    private final SortedSet<Integer> years;
    private final Map<LocalDate, Boolean> worksByNotice;

    WorkingDays(String version, String digest, SortedSet<Integer> years, Map<LocalDate, Boolean> worksByNotice) {
        this.version = version;
        this.digest = digest;
        this.years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
        this.worksByNotice = Map.copyOf(worksByNotice);
    }

    /** The calendar that ships with the service. */
    public static WorkingDays official() {
        return Official.CALENDAR;
    }

    /**
     * @param name how the file is called in a {@link MalformedCalendar}
     * @param in   left open for the caller to close
     */
    public static WorkingDays read(String name, InputStream in) {
        try {
            return CalendarFile.parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Years held and revision, such as {@code 2022-2026/1}. */
    public String version() {
        return version;
    }

    /** SHA-256 of the file's bytes in lower-case hex: a decision that cites it can be recomputed on the same days. */
    public String digest() {
        return digest;
    }

    public Set<Integer> years() {
        return years;
    }

    public boolean isWorkingDay(LocalDate day) {
        requireHeld(day);
        return worksByNotice.getOrDefault(day, !isWeekend(day));
    }

    /**
     * The n-th working day after the start. The start is not counted (民法典 201), whether it is a working day or not;
     * for the reading that counts it see {@link #plusCountingStart}.
     *
     * <p>The start itself must lie in a held year although it is not counted: a caller should not have to know that
     * exactly one day before the first held year would still give a right answer.
     */
    public LocalDate plus(LocalDate start, int workingDays) {
        requireHeld(start);
        requireAtLeastOne(workingDays);
        LocalDate day = start;
        for (int counted = 0; counted < workingDays; counted++) {
            day = onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /**
     * The other reading: a start that is a working day is the first day of the period, as in a notice that is up "for
     * five working days from" a day. A start that is no working day adds nothing, so both readings then agree.
     */
    public LocalDate plusCountingStart(LocalDate start, int workingDays) {
        requireAtLeastOne(workingDays);
        LocalDate first = onOrAfter(start);
        return workingDays == 1 ? first : plus(first, workingDays - 1);
    }

    /**
     * A period that would end on a day off ends on the next working day (民法典 203). The Code says "legal holiday"; we
     * take every day off, weekends included, and a weekend that is worked as make-up day does not move the end.
     */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The last working day of a period that must not run beyond it. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private void requireHeld(LocalDate day) {
        if (!years.contains(day.getYear())) {
            throw new UnknownYear(day.getYear());
        }
    }

    /** Zero is refused too: whether "0 working days" from a Sunday is the Sunday or the Monday no text answers. */
    private static void requireAtLeastOne(int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("工作日数应为正整数，实为" + workingDays);
        }
    }

    /** Loaded on first use, so that a test of a calendar of its own does not depend on the shipped file. */
    private static final class Official {

        static final WorkingDays CALENDAR = load();

        private static WorkingDays load() {
            try (InputStream in = WorkingDays.class.getResourceAsStream("/" + OFFICIAL)) {
                if (in == null) {
                    throw new IllegalStateException("缺少资源文件" + OFFICIAL);
                }
                return read(OFFICIAL, in);
            } catch (IOException e) {
                throw new UncheckedIOException(OFFICIAL, e);
            }
        }
    }
}
