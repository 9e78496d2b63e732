package org.zhunsheng.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.imports.HandedIn.ended;
import static org.zhunsheng.imports.HandedIn.held;
import static org.zhunsheng.imports.HandedIn.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("交来文件，看进展，取结果")
class ImportResourceTest {

    private static final String CODE = "91110108MA01ABCD1X";
    private static final String HEAD = "统一社会信用代码,列入日期,截止日期,文号\n";

    /** With pairs of changed parameters; an empty value leaves the parameter out. */
    private static Map<String, String> query(String... changed) {
        Map<String, String> query = new TreeMap<>(Map.of("target", "register:other-joint-punishment", "list", "complete", "source", "下载",
                "coversUntil", "2012-03-10", "fetchedAt", "2012-03-10T09:00:00+08:00"));
        for (int i = 0; i < changed.length; i += 2) {
            query.put(changed[i], changed[i + 1]);
        }
        query.values().removeIf(String::isEmpty);
        return query;
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("说明有误：400，什么也没有保存")
    @CsvSource(quoteCharacter = '`', textBlock = """
            target,     ``,                        缺少参数 target
            target,     nothing,                   不能导入到 nothing
            target,     register,                  没有登记册
            target,     register:nowhere,          没有登记册 nowhere
            partial,    yes,                       参数 partial
            partail,    true,                      未知参数 partail
            list,       ``,                        缺少参数 list
            list,       all,                       参数 list
            list,       changes,                   缺少参数 coversFrom
            source,     ``,                        缺少参数 source
            coversUntil,2012-02-30,                参数 coversUntil
            coversFrom, 2012-03-11,                第一天晚于最后一天
            coversUntil,2012-03-11,                晚于取得之日
            fetchedAt,  2012-03-10,                参数 fetchedAt
            fetchedAt,  2999-01-01T00:00:00+08:00, 还没有到
            """)
    void said(String name, String value, String problem) {
        post(query(name, value), HandedIn.CSV, HEAD.getBytes(UTF_8)).then().statusCode(400).body("code", equalTo("BAD_REQUEST"))
                .body("detail", containsString(problem));
    }

    @Test
    @DisplayName("没有请求体 400，别的格式 415，没有这次导入 404")
    void form() {
        post(query(), HandedIn.CSV, new byte[0]).then().statusCode(400).body("code", equalTo("EMPTY_BODY"));
        post(query(), "application/json", "{}".getBytes(UTF_8)).then().statusCode(415);
        held().get("/v1/imports/nowhere").then().statusCode(404);
        held().get("/v1/imports/nowhere/result").then().statusCode(404);
    }

    @Test
    @DisplayName("大于 1 MB 的文件照收；超过 64 MB 的 413；别处的请求体仍以 1 MB 为限")
    void size() {
        byte[] large = new byte[(1 << 20) + 10];
        Arrays.fill(large, (byte) '\n');
        System.arraycopy(HEAD.getBytes(UTF_8), 0, large, 0, HEAD.getBytes(UTF_8).length);
        assertEquals(202, post(query("source", "空名单"), HandedIn.CSV, large).statusCode());
        held().contentType("application/json").body(large).put("/v1/guides/jkf_2022_9/2050").then().statusCode(413)
                .body("detail", containsString("1 MB"));
        post(query(), HandedIn.CSV, new byte[(64 << 20) + 1]).then().statusCode(413).body("detail", containsString("64 MB"));
    }

    @Test
    @DisplayName("有误的行写进结果工作簿，照原样，附原因；改好可以直接交来")
    void result() throws IOException {
        byte[] file = Workbooks.of(new Object[] {"序号", "统一社会信用代码", "列入日期", "截止日期", "文号"},
                new Object[] {1, CODE, LocalDate.of(2012, 1, 5), LocalDate.of(2012, 1, 4), "一号"},
                new Object[] {2, CODE, LocalDate.of(2012, 1, 5), null, "二号"},
                new Object[] {3, "123", LocalDate.of(2012, 3, 11), null, "三号"});
        Response ended = ended(query(), Workbooks.XLSX, file);
        ended.then().body("state", equalTo("REFUSED")).body("rows", equalTo(3)).body("accepted", equalTo(1)).body("rejected", equalTo(2))
                .body("findings.zh", hasItem("截止日期 2012-01-04 早于列入日期 2012-01-05")).body("findings.zh", hasItem("没有用到的列：序号"));
        Response result = held().get("/v1/imports/" + ended.path("file.id") + "/result");
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(result.asByteArray()))) {
            assertEquals("一行也没有收下", book.getSheet("结果").getRow(0).getCell(1).getStringCellValue());
            XSSFSheet refused = book.getSheet("未收下的行");
            List<String> rows = new ArrayList<>();
            refused.forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(String.join("|", cells));
            });
            assertEquals("序号|统一社会信用代码|列入日期|截止日期|文号|原行号|未收下的原因", rows.get(0));
            assertEquals("1|" + CODE + "|2012-01-05|2012-01-04|一号|2|截止日期：截止日期 2012-01-04 早于列入日期 2012-01-05", rows.get(1));
            assertEquals("3|123|2012-03-11||三号|4|统一社会信用代码：“123”不是18位统一社会信用代码", rows.get(2));
            assertEquals(3, rows.size());
        }
    }

    @Test
    @DisplayName("文件整个不能用：说明原因，一行不收")
    void unusable() {
        ended(query(), "统一社会信用代码,文号\n").then().body("state", equalTo("REFUSED")).body("findings[0].line", equalTo(null))
                .body("findings.zh", hasItem("缺少列：列入日期；第一行应为列名"));
        ended(query(), HEAD + CODE + ",2012-01-05,,1\n" + CODE + ",2012/1/6,,2\n").then().body("state", equalTo("REFUSED"))
                .body("findings.zh", hasItem(containsString("日期写法不一")));
        ended(query(), HandedIn.CSV, new byte[] {'a', (byte) 0xFF, (byte) 0xFF}).then().body("findings.zh", hasItem(containsString("编码")));
    }

    @Test
    @DisplayName("同一份名单过了一周再取，是新的一份；同样的说明再交来，是先前那一份")
    void again() {
        String file = HEAD + "91110108MA01ABCD7X,2012-01-05,,七号\n";
        String first = ended(query(), file).path("file.id");
        assertEquals(first, post(query(), HandedIn.CSV, file.getBytes(UTF_8)).path("id"));
        String later = ended(query("coversUntil", "2012-03-17", "fetchedAt", "2012-03-17T09:00:00+08:00"), file).path("file.id");
        assertTrue(!first.equals(later));
        held().queryParam("code", "91110108MA01ABCD7X").queryParam("day", "2012-03-18").get("/v1/registers/other-joint-punishment").then()
                .body("state", equalTo("LISTED")).body("snapshot.id", equalTo(later));
    }
}
