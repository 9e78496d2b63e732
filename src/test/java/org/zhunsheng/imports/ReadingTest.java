package org.zhunsheng.imports;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("读取要导入的文件")
class ReadingTest {

    private static final String HEAD = "编号,统一社会信用代码,决定日期,金额（元）,层级\n";
    private static final String CODE = "91110108MA01ABCD1X";

    @TempDir
    Path folder;

    private Reading reading;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private void csv(byte[] bytes) throws IOException, UnusableFile {
        Path file = Files.write(folder.resolve("file"), bytes);
        read(new CsvFile(file));
    }

    private void csv(String lines) throws IOException, UnusableFile {
        csv((HEAD + lines).getBytes(UTF_8));
    }

    private void xlsx(Object[]... values) throws IOException, UnusableFile {
        Object[][] all = new Object[values.length + 1][];
        all[0] = HEAD.strip().split(",");
        System.arraycopy(values, 0, all, 1, values.length);
        read(new XlsxFile(Files.write(folder.resolve("file"), Workbooks.of(all))));
    }

    private void read(Table table) throws IOException, UnusableFile {
        reading = new Reading(table, new Ledger());
        reading.survey();
        reading.read((line, cells, typed, findings) -> {
            if (typed != null) {
                rows.add(typed);
            }
            findings.forEach(finding -> told.add(line + " " + (finding.refused() ? "" : "ok ") + Objects.toString(finding.heading(), "") + " " + finding.zh()));
        });
    }

    private static String unusable(Executable reads) {
        return assertThrows(UnusableFile.class, reads).finding().zh();
    }

    @Test
    @DisplayName("每种类型都读成它的值")
    void types() throws Exception {
        csv("A1," + CODE + ",2023-03-05,\"1,234,567.89\",市级\nA2," + CODE + ",2023-03-06,0,\n");
        assertEquals(List.of(), told);
        assertEquals(List.of(), reading.remarks().stream().filter(Finding::refused).toList());
        Map<String, Object> first = rows.get(0).values();
        assertEquals(List.of("A1", CODE, LocalDate.of(2023, 3, 5), new BigDecimal("1234567.89"), "MUNICIPAL"), List.copyOf(first.values()));
        assertEquals(null, rows.get(1).text("level"));
        assertEquals(3, rows.get(1).line());
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("有误的单元格：说明在哪一列、为什么")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A1,91110108MA01ABCD1X,2023-03-05,300万元, | 金额（元） “300万元”带有单位
            A1,91110108MA01ABCD1X,2023-03-05,300 元,  | 金额（元） “300 元”带有单位
            A1,91110108MA01ABCD1X,2023-03-05,-5,      | 金额（元） “-5”不是金额
            A1,91110108MA01ABCD1X,2023-03-05,1.234,   | 金额（元） “1.234”不是金额
            A1,91110108MA01ABCD1X,2023-03-05,10²,     | 金额（元） “10²”不是金额
            A1,91110108MA01ABCD1X,2023-03-05,1e6,     | 金额（元） “1e6”不是金额
            A1,91110108MA01ABCD1X,2023-02-29,1,       | 决定日期 “2023-02-29”不是日期
            A1,91110108MA01ABCD1X,2023-3-5,1,         | 决定日期 “2023-3-5”不是日期
            A1,91110108MA01ABCD1X,20230305,1,         | 决定日期 “20230305”不是日期
            A1,91110108MA01ABCD1X,1023-03-05,1,       | 决定日期 1023-03-05 不会是这里的日期
            A1,91110108MA01ABCD1,2023-03-05,1,        | 统一社会信用代码 “91110108MA01ABCD1”不是18位
            A1,91110108MA01ABCDIX,2023-03-05,1,       | 统一社会信用代码 “91110108MA01ABCDIX”不是18位
            ,91110108MA01ABCD1X,2023-03-05,1,         | 编号 编号未填
            A1,91110108MA01ABCD1X,2023-03-05,,        | 金额（元） 金额（元）未填
            A1,91110108MA01ABCD1X,2023-03-05,1,省级   | 层级 “省级”不在可填的值之中
            """)
    void cells(String line, String said) throws Exception {
        csv(line + "\n");
        assertEquals(1, told.size(), told.toString());
        assertTrue(told.get(0).startsWith("2 " + said), told.get(0));
        assertEquals(List.of(), rows);
    }

    @Test
    @DisplayName("全角字符按普通字符读取，并且说明")
    void fullWidth() throws Exception {
        csv("Ａ１,９１１１０１０８ＭＡ０１ＡＢＣＤ１Ｘ,２０２３－０３－０５,１００．５,\n");
        assertEquals(3, told.size(), told.toString());
        assertTrue(told.stream().allMatch(each -> each.startsWith("2 ok ")), told.toString());
        assertEquals(CODE, rows.get(0).text("code"));
        assertEquals(new BigDecimal("100.5"), rows.get(0).yuan("amount"));
        assertEquals(LocalDate.of(2023, 3, 5), rows.get(0).day("day"));
        assertEquals("Ａ１", rows.get(0).text("number"), "文本照原样");
    }

    @Test
    @DisplayName("三种日期写法都行，一列只许一种")
    void dateStyles() throws Exception {
        csv("A1," + CODE + ",2023/3/5,1,\nA2," + CODE + ",2023/03/06,1,\n");
        csv("A1," + CODE + ",2023年3月5日,1,\n");
        assertEquals(LocalDate.of(2023, 3, 5), rows.get(2).day("day"));
        String mixed = unusable(() -> csv("A1," + CODE + ",2023-03-05,1,\nA2," + CODE + ",2023/3/5,1,\n"));
        assertEquals("“决定日期”列的日期写法不一：第 2 行是2023-03-05，第 3 行是2023/3/5；请统一后再导入", mixed);
        assertTrue(unusable(() -> xlsx(new Object[] {"A1", CODE, LocalDate.of(2023, 3, 5), 1}, new Object[] {"A2", CODE, "2023/3/5", 1}))
                .contains("日期单元格"));
    }

    @Test
    @DisplayName("同一编号出现两次，两行都指出")
    void twins() throws Exception {
        csv("A1," + CODE + ",2023-03-05,1,\nA2," + CODE + ",2023-03-05,1,\nA1," + CODE + ",2023-03-06,1,\n");
        assertEquals(List.of("2  与第 4 行重复：编号相同", "4  与第 2 行重复：编号相同"), told);
        assertEquals(List.of("A2"), rows.stream().map(row -> row.text("number")).toList());
    }

    @Test
    @DisplayName("UTF-8 有无 BOM、GB18030 都认得，并且说明；别的编码拒绝")
    void encodings() throws Exception {
        String text = HEAD + "甲," + CODE + ",2023-03-05,1,市级\n";
        csv(text.getBytes(UTF_8));
        assertEquals("文件编码为 UTF-8", reading.remarks().get(0).zh());
        csv(("\uFEFF" + text).getBytes(UTF_8));
        assertEquals("文件编码为 UTF-8（带 BOM）", reading.remarks().get(0).zh());
        csv(text.getBytes(Charset.forName("GB18030")));
        assertEquals("文件编码为 GB18030", reading.remarks().get(0).zh());
        assertEquals(List.of("甲", "甲", "甲"), rows.stream().map(row -> row.text("number")).toList());
        assertEquals("文件编码无法识别，应为 UTF-8 或 GB18030", unusable(() -> csv(text.getBytes(UTF_16))));
    }

    @Test
    @DisplayName("列的次序不拘；缺列、列名重复拒绝；多余的列说明没有用到")
    void columns() throws Exception {
        csv(("序号,金额(元),决定日期,统一社会信用代码,编号\n1,5,2023-03-05," + CODE + ",A1\n").getBytes(UTF_8));
        assertEquals(new BigDecimal("5"), rows.get(0).yuan("amount"));
        assertEquals("没有用到的列：序号", reading.remarks().get(1).zh());
        assertEquals("缺少列：统一社会信用代码、金额（元）；第一行应为列名", unusable(() -> csv("编号,决定日期\n".getBytes(UTF_8))));
        assertEquals("“编号”列出现两次", unusable(() -> csv(("编号," + HEAD).getBytes(UTF_8))));
        assertEquals("文件是空的", unusable(() -> csv("\n\n".getBytes(UTF_8))));
    }

    @Test
    @DisplayName("引号内的逗号和换行属于单元格；引号不成对即不是完好的 CSV")
    void quotes() throws Exception {
        csv("\"甲,\n乙\"," + CODE + ",2023-03-05,1,\n");
        assertEquals("甲,\n乙", rows.get(0).text("number"));
        assertTrue(unusable(() -> csv("\"甲," + CODE + ",2023-03-05,1,\n")).startsWith("文件不是完好的 CSV"));
    }

    @Test
    @DisplayName("工作簿取所存的值，不取显示")
    void stored() throws Exception {
        xlsx(new Object[] {20230001, CODE, LocalDate.of(2023, 3, 5), new Object[] {3_000_000.0, "0!.0,\"万元\""}, "市级"},
                new Object[] {"A2", CODE, LocalDate.of(2024, 2, 29), new Object[] {1_234_567_890_123.45, "0.00E+00"}});
        assertEquals(List.of(), told);
        assertEquals(new BigDecimal("3000000"), rows.get(0).yuan("amount"));
        assertEquals("20230001", rows.get(0).text("number"));
        assertEquals(new BigDecimal("1234567890123.45"), rows.get(1).yuan("amount"));
        assertEquals(LocalDate.of(2024, 2, 29), rows.get(1).day("day"));
    }

    @Test
    @DisplayName("工作簿里的公式、数值代码、带时刻的日期：拒绝并说明")
    void unusableCells() throws Exception {
        xlsx(new Object[] {"A1", CODE, LocalDate.of(2023, 3, 5), "=1+1"}, new Object[] {"A2", 911101080000000000.0, LocalDate.of(2023, 3, 5), 1},
                new Object[] {"A3", CODE, new Object[] {45000.5, "yyyy/m/d"}, 1}, new Object[] {"A4", CODE, 45000, 1},
                new Object[] {"A5", CODE, LocalDate.of(2023, 3, 5), 1.0 / 3}, new Object[] {"A6", CODE, LocalDate.of(2023, 3, 5), "300万元"});
        assertEquals(6, told.size(), told.toString());
        List<String> starts = List.of("2 金额（元） 单元格是公式", "3 统一社会信用代码 代码以数值保存", "4 决定日期 日期不应带时刻", "5 决定日期 “45000”不是日期",
                "6 金额（元） 数值超过15位", "7 金额（元） “300万元”带有单位");
        for (int i = 0; i < starts.size(); i++) {
            assertTrue(told.get(i).startsWith(starts.get(i)), told.get(i));
        }
    }

    @Test
    @DisplayName("不是工作簿的文件拒绝")
    void noWorkbook() throws IOException {
        Path file = Files.write(folder.resolve("file"), HEAD.getBytes(UTF_8));
        assertEquals("无法打开的文件，应为完好的 xlsx 工作簿", unusable(() -> new XlsxFile(file)));
    }
}
