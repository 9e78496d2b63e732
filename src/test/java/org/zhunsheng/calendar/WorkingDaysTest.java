package org.zhunsheng.calendar;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日：国务院放假调休安排")
class WorkingDaysTest {

    private static final WorkingDays CALENDAR = WorkingDays.official();

    @ParameterizedTest(name = "{0}（{2}）：{1}")
    @CsvSource({
        "2023-03-13, true,  普通周一",
        "2023-03-18, false, 普通周六",
        "2023-09-28, true,  国庆前一日",
        "2023-09-29, false, 中秋假期首日",
        "2023-10-06, false, 国庆假期末日",
        "2023-10-07, true,  周六调休上班",
        "2023-10-08, true,  周日调休上班",
        "2022-12-31, false, 跨年假期首日",
        "2023-01-02, false, 跨年假期末日",
        "2026-01-02, false, 周五调休放假",
        "2026-02-28, true,  周六调休上班",
        "2026-12-31, true,  收录的最后一日"})
    @DisplayName("周一至周五减放假日，加调休上班日")
    void followsTheNotices(LocalDate day, boolean works, String why) {
        assertEquals(works, CALENDAR.isWorkingDay(day), why);
    }

    @ParameterizedTest(name = "{0} 年 {1} 个工作日")
    @CsvSource({"2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    @DisplayName("全年工作日数与放假通知相符")
    void countsOfWholeYears(int year, long expected) {
        LocalDate first = LocalDate.of(year, 1, 1);
        assertEquals(expected, workingDaysFrom(first, first.plusYears(1)));
    }

    @ParameterizedTest(name = "{0} 起 {1} 个工作日：不计起日 {2}，计起日 {3}（{4}）")
    @CsvSource({
        "2023-03-13, 5, 2023-03-20, 2023-03-17, 周一公示",
        "2023-03-13, 1, 2023-03-14, 2023-03-13, 一个工作日",
        "2023-03-17, 1, 2023-03-20, 2023-03-17, 周五起算",
        "2023-03-18, 5, 2023-03-24, 2023-03-24, 周六起算，两种读法相同",
        "2023-09-28, 1, 2023-10-07, 2023-09-28, 跨国庆假期",
        "2023-09-28, 3, 2023-10-09, 2023-10-08, 跨国庆假期和两个调休日",
        "2023-09-30, 2, 2023-10-08, 2023-10-08, 假期中起算",
        "2023-10-07, 2, 2023-10-09, 2023-10-08, 调休上班日起算",
        "2022-12-30, 1, 2023-01-03, 2022-12-30, 跨年"})
    @DisplayName("起日不计入；另一读法，起日为工作日的计入")
    void periodsOfWorkingDays(LocalDate start, int days, LocalDate after, LocalDate countingStart, String why) {
        assertEquals(after, CALENDAR.plus(start, days), why);
        assertEquals(countingStart, CALENDAR.plusCountingStart(start, days), why);
    }

    @Test
    @DisplayName("逐日核对：期间内的工作日恰为所求之数，末日为工作日")
    void endsOnTheLastCountedDay() {
        parse("2022-01-01").datesUntil(parse("2026-11-01")).forEach(start -> {
            for (int days = 1; days <= 20; days++) {
                LocalDate after = CALENDAR.plus(start, days);
                assertEquals(days, workingDaysFrom(start.plusDays(1), after.plusDays(1)));
                assertEquals(days - 1, workingDaysFrom(start.plusDays(1), after));
                LocalDate countingStart = CALENDAR.plusCountingStart(start, days);
                assertEquals(days, workingDaysFrom(start, countingStart.plusDays(1)));
                assertEquals(days - 1, workingDaysFrom(start, countingStart));
            }
        });
    }

    @ParameterizedTest(name = "{0} → {1}（{2}）")
    @CsvSource({
        "2023-09-28, 2023-09-28, 工作日不顺延",
        "2023-09-30, 2023-10-07, 顺延至周六调休上班日",
        "2023-10-08, 2023-10-08, 周日调休上班不顺延",
        "2023-03-18, 2023-03-20, 普通周末",
        "2022-12-31, 2023-01-03, 跨年顺延"})
    @DisplayName("期间末日为休息日的，顺延至下一工作日")
    void movesOffDaysOff(LocalDate day, LocalDate expected, String why) {
        assertEquals(expected, CALENDAR.onOrAfter(day), why);
    }

    @Test
    @DisplayName("未收录的年份报错，不作推测")
    void unknownYearIsAnError() {
        UnknownYear unknown = assertThrows(UnknownYear.class, () -> CALENDAR.isWorkingDay(parse("2030-05-06")));
        assertEquals(2030, unknown.year());
        assertEquals("工作日历未收录2030年，不能推算", unknown.getMessage());
        assertUnknown(2021, () -> CALENDAR.isWorkingDay(parse("2021-12-31")));
        assertUnknown(2021, () -> CALENDAR.plus(parse("2021-12-31"), 1));
        assertUnknown(2021, () -> CALENDAR.plusCountingStart(parse("2021-12-31"), 1));
        assertUnknown(2027, () -> CALENDAR.onOrAfter(parse("2027-01-01")));
    }

    @Test
    @DisplayName("推算跨入未收录的年份报错，止于最后一日的照算")
    void crossingIntoAnUnknownYearIsAnError() {
        LocalDate last = parse("2026-12-31");
        assertEquals(last, CALENDAR.plus(parse("2026-12-30"), 1));
        assertEquals(last, CALENDAR.plusCountingStart(last, 1));
        assertUnknown(2027, () -> CALENDAR.plus(parse("2026-12-30"), 2));
        assertUnknown(2027, () -> CALENDAR.plusCountingStart(last, 2));
    }

    @Test
    @DisplayName("零个或负数个工作日不予计算")
    void refusesNoDaysAtAll() {
        LocalDate day = parse("2023-03-13");
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plus(day, 0));
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plusCountingStart(day, 0));
        assertThrows(IllegalArgumentException.class, () -> CALENDAR.plus(day, -1));
    }

    @Test
    @DisplayName("写明版本、年份和数据文件的摘要，不可改动")
    void namesItsData() throws IOException, NoSuchAlgorithmException {
        try (InputStream data = WorkingDays.class.getResourceAsStream("/calendar/working-days.csv")) {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(data.readAllBytes());
            assertEquals(HexFormat.of().formatHex(sha256), CALENDAR.digest());
        }
        assertEquals("2022-2026/1", CALENDAR.version());
        assertEquals(Set.of(2022, 2023, 2024, 2025, 2026), CALENDAR.years());
        assertThrows(UnsupportedOperationException.class, () -> CALENDAR.years().add(2027));
        assertSame(CALENDAR, WorkingDays.official());
    }

    private static long workingDaysFrom(LocalDate first, LocalDate endExclusive) {
        return first.datesUntil(endExclusive).filter(CALENDAR::isWorkingDay).count();
    }

    private static void assertUnknown(int year, Executable computation) {
        assertEquals(year, assertThrows(UnknownYear.class, computation).year());
    }
}
