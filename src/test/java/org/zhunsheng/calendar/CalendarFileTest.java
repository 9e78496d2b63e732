package org.zhunsheng.calendar;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作日历文件的读取")
class CalendarFileTest {

    private static final String VERSION = "# 版本: 2022-2023/1\n";
    private static final String HOLIDAYS = "2022-10-01,2022-10-07,休,国庆节\n2022-12-31,2023-01-02,休,元旦\n";

    @Test
    @DisplayName("放假区间可跨年，调休上班日逐日填写，其余#行为说明")
    void readsAWellFormedFile() {
        WorkingDays calendar = read("# 说明\n" + VERSION + "#\n" + HOLIDAYS + "2022-10-08,,班,国庆节\n");
        assertEquals("2022-2023/1", calendar.version());
        assertEquals(Set.of(2022, 2023), calendar.years());
        assertTrue(calendar.isWorkingDay(parse("2022-10-08")));
        assertFalse(calendar.isWorkingDay(parse("2023-01-02")));
        assertTrue(calendar.isWorkingDay(parse("2023-01-03")));
    }

    @ParameterizedTest(name = "「{0}」：{1}")
    @CsvSource(delimiter = '|', value = {
        "2023-05-01,2023-05-03,休            | 应为「起日,止日,休,节日名」或「上班日,,班,节日名」",
        "2023-05-01,2023-05-03,休,劳动节,多余 | 应为「起日,止日,休,节日名」或「上班日,,班,节日名」",
        "2023-05-01,2023-05-03,休,           | 应为「起日,止日,休,节日名」或「上班日,,班,节日名」",
        "''                                  | 应为「起日,止日,休,节日名」或「上班日,,班,节日名」",
        "2023-02-30,2023-03-01,休,节         | 应为形如2022-01-01的日期，实为「2023-02-30」",
        "2023/5/1,2023-05-03,休,劳动节       | 应为形如2022-01-01的日期，实为「2023/5/1」",
        "2023-05-01,,休,劳动节               | 应为形如2022-01-01的日期，实为「」",
        "2023-05-03,2023-05-01,休,劳动节     | 止日应不早于起日2023-05-03，实为2023-05-01",
        "2023-05-01,2023-05-03,假,劳动节     | 第三栏应为「休」或「班」，实为「假」",
        "2023-05-06,2023-05-07,班,劳动节     | 调休上班日逐日填写，第二栏应为空",
        "2023-05-08,,班,劳动节               | 调休上班日应为周六或周日，2023-05-08不是",
        "2024-01-01,2024-01-01,休,元旦       | 日期应在版本写明的2022年至2023年之内，实为2024-01-01",
        "2023-12-30,2024-01-01,休,元旦       | 日期应在版本写明的2022年至2023年之内，实为2024-01-01",
        "2022-10-07,2022-10-09,休,国庆节     | 条目不应重叠，2022-10-07已见于第2行",
        "2022-10-01,,班,国庆节               | 条目不应重叠，2022-10-01已见于第2行",
        "# 版本: 2022-2023/2                 | 版本只应写一次，第1行已写明"})
    @DisplayName("有误的行：写明文件、行号和应有的内容")
    void refusesAMalformedLine(String line, String expected) {
        assertMalformed(4, expected, VERSION + HOLIDAYS + line + "\n");
    }

    @Test
    @DisplayName("版本行缺失、有误或晚于条目")
    void refusesAFileWithoutItsVersion() {
        assertAll(
                () -> assertMalformed(1, "条目之前应为「# 版本: 首年-末年/修订号」", HOLIDAYS + VERSION),
                () -> assertMalformed(1, "应为「# 版本: 首年-末年/修订号」，实为「# 版本: 2022」", "# 版本: 2022\n" + HOLIDAYS),
                () -> assertMalformed(1, "版本的首年应不晚于末年", "# 版本: 2023-2022/1\n" + HOLIDAYS),
                () -> assertMalformed(2, "文件已到末尾", "# 说明\n"));
    }

    @Test
    @DisplayName("版本写明而没有放假日的年份，指向版本行；只有调休上班日的不算")
    void refusesAYearWithoutAnyHoliday() {
        assertMalformed(2, "每一年都应有放假日，缺[2024, 2025]年",
                "# 说明\n# 版本: 2022-2025/1\n" + HOLIDAYS + "2024-02-04,,班,春节\n");
    }

    @Test
    @DisplayName("不是UTF-8编码的文件")
    void refusesAnotherEncoding() {
        byte[] gbk = (VERSION + HOLIDAYS).getBytes(Charset.forName("GBK"));
        MalformedCalendar refused = assertThrows(MalformedCalendar.class,
                () -> WorkingDays.read("样例.csv", new ByteArrayInputStream(gbk)));
        assertEquals("样例.csv第1行：文件应为UTF-8编码", refused.getMessage());
    }

    private static WorkingDays read(String text) {
        return WorkingDays.read("样例.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertMalformed(int line, String expected, String text) {
        MalformedCalendar refused = assertThrows(MalformedCalendar.class, () -> read(text));
        assertEquals("样例.csv", refused.file());
        assertEquals(line, refused.line());
        assertTrue(refused.getMessage().startsWith("样例.csv第" + line + "行：") && refused.getMessage().contains(expected),
                refused::getMessage);
    }
}
