package org.zhunsheng.calendar;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("期间：民法典第二百条至第二百零四条")
class PeriodsTest {

    @ParameterizedTest(name = "{0} 起 {1} 年 → {2}")
    @CsvSource({
        "2020-03-15, 3, 2023-03-15",
        "2020-02-29, 3, 2023-02-28",
        "2020-02-29, 4, 2024-02-29",
        "2023-02-28, 1, 2024-02-28",
        "2023-12-31, 1, 2024-12-31",
        "2023-03-15, 0, 2023-03-15"})
    @DisplayName("按年计算，到期年的对应日为最后一日；没有对应日的，月末日为最后一日")
    void yearsEndOnTheCorrespondingDay(LocalDate start, int years, LocalDate end) {
        assertEquals(end, Periods.yearsAfter(start, years));
    }

    @ParameterizedTest(name = "{0} 起 {1} 个月 → {2}")
    @CsvSource({
        "2022-11-30, 3, 2023-02-28",
        "2023-11-30, 3, 2024-02-29",
        "2023-01-31, 1, 2023-02-28",
        "2023-01-31, 2, 2023-03-31",
        "2023-02-28, 1, 2023-03-28",
        "2022-12-15, 6, 2023-06-15"})
    @DisplayName("按月计算，到期月的对应日为最后一日；没有对应日的，月末日为最后一日")
    void monthsEndOnTheCorrespondingDay(LocalDate start, int months, LocalDate end) {
        assertEquals(end, Periods.monthsAfter(start, months));
    }

    @ParameterizedTest(name = "{0} 至 {2} 满 {1} 年：{3}")
    @CsvSource({
        "2020-03-15, 3, 2023-03-14, false",
        "2020-03-15, 3, 2023-03-15, true",
        "2020-03-15, 3, 2023-03-16, true",
        "2020-02-29, 3, 2023-02-27, false",
        "2020-02-29, 3, 2023-02-28, true",
        "2020-02-29, 4, 2024-02-28, false",
        "2020-02-29, 4, 2024-02-29, true",
        "2024-01-01, 1, 2023-12-31, false"})
    @DisplayName("满N年（含）以上：对应日当日已满")
    void fullOnTheCorrespondingDay(LocalDate start, int years, LocalDate on, boolean full) {
        assertEquals(full, Periods.fullYears(start, years, on));
    }

    @ParameterizedTest(name = "{0} 之事，{2} 看 {1} 年内：含对应日 {3}，不含对应日 {4}")
    @CsvSource({
        "2020-03-15, 3, 2023-03-14, true,  true",
        "2020-03-15, 3, 2023-03-15, true,  false",
        "2020-03-15, 3, 2023-03-16, false, false",
        "2020-02-29, 3, 2023-02-27, true,  true",
        "2020-02-29, 3, 2023-02-28, true,  false",
        "2020-02-29, 3, 2023-03-01, false, false",
        "2023-03-15, 3, 2023-03-15, true,  true",
        "2023-03-16, 3, 2023-03-15, false, false"})
    @DisplayName("N年内：两种读法只在对应日当日不同，尚未发生的事不在期间内")
    void readingsOfWithinDifferOnTheCorrespondingDay(LocalDate event, int years, LocalDate on, boolean inclusive,
            boolean exclusive) {
        assertEquals(inclusive, Periods.withinYears(event, years, on));
        assertEquals(exclusive, Periods.withinYearsExclusive(event, years, on));
    }

    @ParameterizedTest(name = "{0} 之事，{2} 看近 {1} 个自然年：{3}")
    @CsvSource({
        "2019-12-31, 3, 2023-03-15, false",
        "2020-01-01, 3, 2023-03-15, true",
        "2022-12-31, 3, 2023-03-15, true",
        "2023-01-01, 3, 2023-03-15, false",
        "2023-03-15, 3, 2023-03-15, false",
        "2023-03-16, 3, 2023-03-15, false",
        "2022-12-31, 0, 2023-03-15, false"})
    @DisplayName("自然年读法：本年之前的N个自然年")
    void calendarYearsCountWhole(LocalDate event, int years, LocalDate on, boolean within) {
        assertEquals(within, Periods.withinCalendarYears(event, years, on));
    }

    @Test
    @DisplayName("首个不受限之日恰为N年内的次日，闰年前后逐日成立")
    void firstFreeDayFollowsTheLastDayInside() {
        parse("2019-12-01").datesUntil(parse("2024-04-01")).forEach(event -> {
            LocalDate free = Periods.firstFreeDay(event, 3);
            assertTrue(Periods.withinYears(event, 3, free.minusDays(1)), () -> "事件日" + event);
            assertFalse(Periods.withinYears(event, 3, free), () -> "事件日" + event);
        });
        assertEquals(parse("2023-03-01"), Periods.firstFreeDay(parse("2020-02-29"), 3));
    }

    @Test
    @DisplayName("往回数N年的第一天：它在N年内，前一天不在，闰年前后逐日成立")
    void firstDayInsideLookingBack() {
        parse("2023-12-01").datesUntil(parse("2029-04-01")).forEach(on -> {
            for (int years = 0; years < 6; years++) {
                LocalDate first = Periods.firstWithinYears(years, on);
                assertTrue(Periods.withinYears(first, years, on), on + "往回" + years + "年");
                assertFalse(Periods.withinYears(first.minusDays(1), years, on), on + "往回" + years + "年");
            }
        });
        assertEquals(parse("2025-03-01"), Periods.firstWithinYears(3, parse("2028-02-29")));
    }

    @Test
    @DisplayName("对应日当日：满N年与N年内同时成立")
    void bothHoldOnTheCorrespondingDay() {
        LocalDate start = parse("2020-03-15");
        LocalDate corresponding = parse("2023-03-15");
        assertTrue(Periods.fullYears(start, 3, corresponding) && Periods.withinYears(start, 3, corresponding));
    }

    @ParameterizedTest(name = "{0} 至 {1} 共 {2} 天")
    @CsvSource({"2023-05-01, 2023-05-01, 1", "2023-05-01, 2023-05-03, 3", "2024-02-28, 2024-03-01, 3", "2023-02-28, 2023-03-01, 2"})
    @DisplayName("首尾两日都计入的天数")
    void bothEndsCount(LocalDate from, LocalDate to, int days) {
        assertEquals(days, Periods.daysBothEnds(from, to));
    }

    @Test
    @DisplayName("倒置的起止日和负的期间不予计算")
    void refusesWhatCannotBeCounted() {
        LocalDate day = parse("2023-05-02");
        assertThrows(IllegalArgumentException.class, () -> Periods.daysBothEnds(day, day.minusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> Periods.yearsAfter(day, -1));
        assertThrows(IllegalArgumentException.class, () -> Periods.monthsAfter(day, -1));
        assertThrows(IllegalArgumentException.class, () -> Periods.withinCalendarYears(day, -1, day));
    }
}
