package org.zhunsheng.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.policy.Deadline;
import org.zhunsheng.policy.Deadline.Roll;
import org.zhunsheng.policy.Deadline.Unit;
import org.zhunsheng.policy.Deadline.Variant;

@DisplayName("期限的算法")
class CountTest {

    private static Deadline deadline(Unit unit, boolean startCounts, Roll roll, int shift, boolean bars, Variant... under) {
        return new Deadline("K", "1", "1", "block.day", unit, startCounts, roll, shift, bars, "一", "one", List.of(under));
    }

    private static Count count(Deadline deadline, int number, String start) {
        return Count.of(deadline, number, LocalDate.parse(start), WorkingDays.official());
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} → {6}")
    @DisplayName("单位、起始日、顺延和推移")
    @CsvSource({
        "WORKING_DAYS,   false, NONE,     0,  5, 2022-09-28, 2022-10-10",
        "WORKING_DAYS,   true,  NONE,     0,  5, 2022-09-28, 2022-10-09",
        "DAYS,           false, NONE,     0, 10, 2022-09-28, 2022-10-08",
        "DAYS,           true,  NONE,     0, 10, 2022-09-28, 2022-10-07",
        "MONTHS,         false, NONE,     0,  3, 2022-11-30, 2023-02-28",
        "MONTHS,         false, FORWARD,  0,  3, 2022-10-01, 2023-01-03",
        "MONTHS,         false, BACKWARD, 0,  3, 2022-10-01, 2022-12-30",
        "YEARS,          false, NONE,     0,  3, 2024-02-29, 2027-02-28",
        "YEARS,          false, NONE,    -1,  3, 2022-06-13, 2025-06-12",
        "YEARS,          false, NONE,     1,  3, 2022-06-13, 2025-06-14",
        "CALENDAR_YEARS, true,  NONE,     0,  3, 2022-06-13, 2024-12-31",
        "CALENDAR_YEARS, false, NONE,     0,  3, 2022-06-13, 2025-12-31",
        "CALENDAR_YEARS, true,  BACKWARD, 0,  1, 2022-06-13, 2022-12-30"})
    void ends(Unit unit, boolean startCounts, Roll roll, int shift, int number, String start, LocalDate end) {
        assertEquals(end, count(deadline(unit, startCounts, roll, shift, false), number, start).day());
    }

    @Test
    @DisplayName("每一步都写明，中文和英文")
    void arithmetic() {
        Count days = count(deadline(Unit.WORKING_DAYS, false, Roll.NONE, 0, false), 5, "2022-09-28");
        assertEquals(List.of("自 2022-09-28 起算，当天不计入（民法典第201条）", "5 个工作日：2022-09-29、2022-09-30、2022-10-08、2022-10-09、2022-10-10"),
                days.arithmetic().stream().map(step -> step.zh()).toList());
        Count months = count(deadline(Unit.MONTHS, false, Roll.FORWARD, 0, true), 1, "2022-12-31");
        assertEquals(List.of("from 2022-12-31, to the corresponding day (Civil Code, articles 201 and 202)", "1 month later it is 2023-01-31",
                "still barred on 2023-01-31, free from 2023-02-01"), months.arithmetic().stream().map(step -> step.en()).toList());
        assertEquals("3 个月后没有对应日，取月末 2023-02-28",
                count(deadline(Unit.MONTHS, false, Roll.NONE, 0, false), 3, "2022-11-30").arithmetic().get(1).zh());
        assertEquals("2023-01-01 不是工作日，顺延到下一个工作日 2023-01-03（民法典第203条）",
                count(deadline(Unit.MONTHS, false, Roll.FORWARD, 0, false), 3, "2022-10-01").arithmetic().get(2).zh());
        assertEquals("按所选口径提前 1 天：2025-06-12",
                count(deadline(Unit.YEARS, false, Roll.NONE, -1, false), 3, "2022-06-13").arithmetic().get(2).zh());
    }

    @Test
    @DisplayName("口径只改它写明的，别的照旧")
    void variants() {
        Deadline usual = deadline(Unit.YEARS, false, Roll.FORWARD, 0, true, new Variant("A1", "X", null, null, null, Roll.NONE, null),
                new Variant("A1", "Y", "block.other", null, true, null, -1), new Variant("A2", "Z", null, Unit.CALENDAR_YEARS, null, null, null));
        assertEquals(List.of("A1", "A2"), usual.readings());
        assertEquals(usual, usual.under(Map.of("A1", "STANDARD")));
        assertEquals(Roll.NONE, usual.under(Map.of("A1", "X")).roll());
        Deadline both = usual.under(Map.of("A1", "Y", "A2", "Z"));
        assertEquals(List.of("block.other", Unit.CALENDAR_YEARS, true, Roll.FORWARD, -1),
                List.of(both.fact(), both.unit(), both.startCounts(), both.roll(), both.shiftDays()));
    }

    @Test
    @DisplayName("除年底外，期限都要有数")
    void incomplete() {
        assertThrows(IllegalArgumentException.class,
                () -> new Deadline("K", "1", null, "block.day", Unit.YEARS, false, null, 0, false, "一", "one", null));
    }
}
