package org.zhunsheng.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.Ledgers;
import org.zhunsheng.tables.Flaw;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.tables.Verification;

/**
 * Verification of 200 rows and 6 columns, which may take 5 s: rows that part all applicants among them as analysts mean it, tiers that
 * rise together, and, as no analyst writes them, minimums and bands drawn by lot, which cut one another the most.
 */
public final class VerificationBenchmark {

    private static final String DICTIONARY = """
            policy: jkf_2022_9
            root: GrantCase
            codes:
              category: {创新中心: ForeignRd.Category.RD_INNOVATION_CENTRE, 开放平台: ForeignRd.Category.OPEN_INNOVATION_PLATFORM}
              mode: {后补助: PaymentMode.POST_GRANT}
            results:
              最高金额(万元): {result: cap, type: money, unit: 万元, min: 0}
              支持方式: {result: mode, code: mode}
            tables:
              large:
                title: 大表
                when: {question: SUPPORT}
                columns:
                  面积: {fact: park.siteAreaM2, type: number, min: 0}
                  占比: {fact: park.occupancyRatePercent, type: number, min: 0, max: 100}
                  家数: {fact: incubator.incubatedCompanyCount, type: number, min: 0}
                  合作: {fact: incubator.incubatedCooperatingWithBeijingCount, type: number, min: 0}
                  类别: {fact: foreignRd.category, type: code, code: category}
                  开展: {fact: rdCentre.substantiveRdUnderWay, type: yesno}
            """;

    private static final int ROWS = 200;

    private VerificationBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Policy ledger = Ledgers.of("jkf_2022_9");
        for (String shape : List.of("parted", "tiers", "corners", "lots")) {
            for (String hit : List.of("首条", "唯一", "累计")) {
                byte[] book = workbook(shape, hit);
                Tables tables = Tables.read(Map.of("columns.yaml", DICTIONARY.getBytes(StandardCharsets.UTF_8), "large.xlsx", book));
                long start = System.nanoTime();
                Verification verified = Verification.of(tables, ledger);
                System.out.printf("%s %s: %d ms, %d flaws, %d not checked%n", shape, hit, (System.nanoTime() - start) / 1_000_000, verified.found().values().stream().mapToInt(Integer::intValue).sum(),
                        verified.found().getOrDefault(Flaw.Kind.NOT_CHECKED, 0));
            }
        }
    }

    private static Object[] conditions(String shape, int at, Random random) {
        if (shape.equals("parted")) {
            int area = at / 40;
            int share = at / 8 % 5;
            return new Object[] {band(area, 4, 1000), band(share, 4, 20), at / 4 % 2 == 0 ? "<10" : ">=10", "-", at / 2 % 2 == 0 ? "创新中心" : "开放平台",
                    at % 2 == 0 ? "是" : "否"};
        }
        if (shape.equals("corners")) {
            return new Object[] {">=" + random.nextInt(10_000), ">=" + random.nextInt(100), ">=" + random.nextInt(500), ">=" + random.nextInt(500), "-", "是"};
        }
        int tier = ROWS - at;
        return shape.equals("tiers") ? new Object[] {">=" + 100 * tier, ">=" + tier / 4, ">=" + tier, ">=" + tier / 2, "-", "是"}
                : new Object[] {lot(random, 10_000), lot(random, 100), lot(random, 500), lot(random, 500), random.nextBoolean() ? "创新中心" : "-",
                        random.nextBoolean() ? "是" : "-"};
    }

    private static String band(int at, int last, int step) {
        return at == last ? ">=" + at * step : "[" + at * step + "," + (at + 1) * step + ")";
    }

    private static String lot(Random random, int most) {
        int from = random.nextInt(most / 2);
        return random.nextInt(4) == 0 ? ">=" + from : "[" + from + "," + (from + 1 + random.nextInt(most / 2)) + ")";
    }

    private static byte[] workbook(String shape, String hit) throws IOException {
        Random random = new Random(1);
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet cover = book.createSheet("封面");
            fill(cover.createRow(0), "政策编号", "jkf_2022_9");
            fill(cover.createRow(1), "文号", "京科发〔2022〕9号");
            fill(cover.createRow(2), "版次", "2022-1");
            fill(cover.createRow(3), "生效日期", "2022-06-13");
            fill(cover.createRow(4), "表编号", "工作表", "命中方式");
            fill(cover.createRow(5), "large", "大表", hit);
            book.createSheet("字典");
            XSSFSheet sheet = book.createSheet("大表");
            fill(sheet.createRow(0), "规则编号", "依据条款", "面积", "占比", "家数", "合作", "类别", "开展", "最高金额(万元)", "支持方式");
            for (int at = 0; at < ROWS; at++) {
                Row row = sheet.createRow(at + 1);
                fill(row, "R" + at, "6.3.1");
                Object[] cells = conditions(shape, at, random);
                for (int cell = 0; cell < cells.length; cell++) {
                    row.createCell(cell + 2).setCellValue(cells[cell].toString());
                }
                row.createCell(8).setCellValue(500 - at);
                row.createCell(9).setCellValue("后补助");
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, String... values) {
        for (int at = 0; at < values.length; at++) {
            row.createCell(at).setCellValue(values[at]);
        }
    }
}
