package org.zhunsheng.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.zhunsheng.identity.LocalIssuer;
import org.zhunsheng.subjects.CodeSamples;

/**
 * Seconds from handing in a list of 100,000 units to its last row being taken, as CSV and as a workbook, and milliseconds of asking the
 * register afterwards; the same of 100,000 awards, whose units are founded and whose titles can be looked for afterwards. Runs only when
 * asked for by name.
 */
@QuarkusTest
@TestProfile(HttpBenchmark.Profile.class)
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private static final int ROUNDS = 3;
    private static final int QUESTIONS = 300;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([^\"]+)\"");

    private static final String LIST = "?target=register:licences-revoked&list=complete&coversUntil=2024-03-10&fetchedAt=2024-03-10T09:00:00Z&source=";

    /** The ledger keeps what earlier runs told it. */
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

    private final HttpClient client = HttpClient.newHttpClient();

    @TestHTTPResource
    URL service;

    @Test
    void awards() throws Exception {
        Titles titles = new Titles(20241121);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] register = csv();
            byte[] awards = awards(titles, round);
            double plain = seconds(register, "text/csv", LIST + UUID.randomUUID());
            double taken = seconds(awards, "text/csv", "?target=awards");
            System.out.printf("%d entries of a register: %.1f s; %d awards with titles of %d kB: %.1f s, %.2f × the entries%n", ROWS, plain, ROWS,
                    awards.length >> 10, taken, taken / plain);
        }
    }

    /** Three or four of every unit; each round has numbers and units of its own. */
    private static byte[] awards(Titles titles, int round) {
        StringBuilder csv = new StringBuilder("统一社会信用代码,单位名称,文件,方向,外部编号,内容标识,项目名称,出资层级,形式,金额（元）,决定日期,到账日期,状态,来源\n");
        for (int i = 0; i < ROWS; i++) {
            int unit = i % (ROWS * 3 / 10) + round * ROWS;
            csv.append(CodeSamples.code(unit).text()).append(",单位").append(unit).append(",京科发〔2022〕9号,JOURNAL,").append(RUN).append('-').append(round).append('-')
                    .append(i).append(",K-").append(RUN).append('-').append(round).append('-').append(i).append(',').append(titles.next())
                    .append(",市级,资金,500000,2023-0").append(1 + i % 9).append("-15,2023-10-0").append(1 + i % 9).append(",已到账,年度决算\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    @Test
    void rows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] csv = csv();
            byte[] workbook = workbook();
            System.out.printf("CSV of %d kB: %.1f s%n", csv.length >> 10, seconds(csv, "text/csv", LIST + UUID.randomUUID()));
            System.out.printf("workbook of %d kB: %.1f s%n", workbook.length >> 10,
                    seconds(workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", LIST + UUID.randomUUID()));
        }
        long begun = System.nanoTime();
        for (int i = 0; i < QUESTIONS; i++) {
            get("/v1/registers/licences-revoked?day=2024-03-10&code=" + code(i));
        }
        System.out.printf("asked: %.1f ms each%n", (System.nanoTime() - begun) / 1e6 / QUESTIONS);
    }

    private double seconds(byte[] file, String type, String query) throws Exception {
        long begun = System.nanoTime();
        String handed = client.send(HttpRequest.newBuilder(URI.create(service + "v1/imports" + query)).header("Content-Type", type).header("Authorization", token())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file)).build(), BodyHandlers.ofString()).body();
        String state;
        do {
            Thread.sleep(50);
            state = found(STATE, get("/v1/imports/" + found(ID, handed)));
        } while (state.equals("WAITING") || state.equals("RUNNING"));
        if (!state.equals("TAKEN")) {
            throw new AssertionError(state);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(service + path.substring(1))).header("Authorization", token()).build(), BodyHandlers.ofString()).body();
    }

    private static String token() throws Exception {
        return "Bearer " + LocalIssuer.in(Path.of("target/benchmark-data")).token("system");
    }

    private static String found(Pattern pattern, String in) {
        var matcher = pattern.matcher(in);
        if (!matcher.find()) {
            throw new AssertionError(in);
        }
        return matcher.group(1);
    }

    private static String code(int i) {
        return "911101%02dMA%06d%02d".formatted(i % 100, i, i % 89);
    }

    private static byte[] csv() {
        StringBuilder csv = new StringBuilder("统一社会信用代码,列入日期,截止日期,文号\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(code(i)).append(",2023-0").append(1 + i % 9).append("-15,,京市监吊〔2023〕").append(i).append("号\n");
        }
        return csv.toString().getBytes(UTF_8);
    }

    private static byte[] workbook() throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            SXSSFSheet sheet = book.createSheet();
            Row head = sheet.createRow(0);
            String[] headings = {"统一社会信用代码", "列入日期", "截止日期", "文号"};
            for (int i = 0; i < headings.length; i++) {
                head.createCell(i).setCellValue(headings[i]);
            }
            for (int i = 0; i < ROWS; i++) {
                Row row = sheet.createRow(i + 1);
                row.createCell(0).setCellValue(code(i));
                row.createCell(1).setCellValue(LocalDate.of(2023, 1 + i % 9, 15));
                row.getCell(1).setCellStyle(day);
                row.createCell(3).setCellValue("京市监吊〔2023〕" + i + "号");
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
