package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;
import org.zhunsheng.wire.BeijingTime;

/** As an analyst and an approver go about it. What a test puts in force it withdraws again: others decide by the same service. */
@QuarkusTest
@DisplayName("决策表的版本")
class EditionTest {

    private static final String PARK = "jkf_2022_9.park_tiers";
    private static final String AMOUNTS = "jjg_2022_8.amounts";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static RequestSpecification as(String user) {
        return given().urlEncodingEnabled(false).filter(new HeldToContract()).header("Authorization", LocalUsers.bearer(user));
    }

    private static byte[] original(String table) throws IOException {
        return Files.readAllBytes(Path.of("decision-tables", table.replace('.', '/') + ".xlsx"));
    }

    private static byte[] changed(String table, String sheet, String cell, Object value) throws IOException {
        return written(table, book -> change(book, sheet, cell, value));
    }

    private static void change(XSSFWorkbook book, String sheet, String cell, Object value) {
        CellReference at = new CellReference(cell);
        XSSFCell written = book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol());
        if (value instanceof Number number) {
            written.setCellValue(number.doubleValue());
        } else {
            written.setCellValue((String) value);
        }
    }

    private static byte[] reduced;

    /** A lower ceiling, in the same bytes for whoever asks: the rules of the whole document are compiled once for them. */
    private static byte[] reduced() throws IOException {
        if (reduced == null) {
            reduced = changed(PARK, "档次", "F4", 450);
        }
        return reduced;
    }

    /** The same tables in other bytes: no two runs hand in the same. */
    private static byte[] again(String table) throws IOException {
        return written(table, book -> { });
    }

    private static byte[] written(String table, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(original(table))); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.getProperties().getCoreProperties().setDescription(UUID.randomUUID().toString());
            book.write(out);
            return out.toByteArray();
        }
    }

    private static Response handIn(String table, byte[] workbook, String key) {
        RequestSpecification request = as("analyst").contentType(XLSX).body(workbook);
        return (key == null ? request : request.header("Idempotency-Key", key)).put("/v1/tables/" + table);
    }

    /** How many cases its report names; whoever approves must say that he has seen them. */
    private static String seen(String table, int edition) {
        return "{\"failingCases\":" + as("approver").get("/v1/tables/" + table + "/editions/" + edition).path("report.cases.failing.size()") + "}";
    }

    private static ValidatableResponse step(String user, String table, int edition, String verb, String body) {
        return as(user).contentType("application/json").body(body).post("/v1/tables/" + table + "/editions/" + edition + ":" + verb).then();
    }

    private static int submitted(String table, byte[] workbook) {
        int edition = handIn(table, workbook, null).then().statusCode(201).body("state", equalTo("CHECKED")).extract().path("edition");
        step("analyst", table, edition, "submit", "{\"reason\":\"按新通知\"}").statusCode(200).body("state", equalTo("SUBMITTED"));
        return edition;
    }

    private static Response park() {
        return park("");
    }

    private static Response park(String asked) {
        return given().contentType("application/json").body("""
                {%s"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{"park":{"siteAreaM2":45000,"occupancyRatePercent":82.5,
                 "beijingOrCooperatingCompanyCount":16}}}""".formatted(asked)).post("/v1/evaluations");
    }

    private static Number ceiling() {
        return park().then().statusCode(201).extract().path("core.decisions[0].findings.find { it.clause == '6.3.1' }.award.ceilingYuan");
    }

    @Test
    @DisplayName("改一个数，上传、提交、批准，决定随之改变；撤回，又同从前；先前的决定照旧重算")
    void roundTrip() throws Exception {
        assertEquals(5_000_000, ceiling().intValue());
        byte[] workbook = reduced();
        int edition = submitted(PARK, workbook);
        assertEquals(5_000_000, ceiling().intValue());
        String before = park().path("core.ruleBase");
        String decided = park().path("id");
        as("approver").get("/v1/tables/" + PARK + "/editions/" + edition).then().statusCode(200).body("difference.against", equalTo(0))
                .body("difference.changes.text", equalTo(List.of("P1 最高金额：500 万元 → 450 万元"))).body("report.cases.broken", equalTo(List.of()))
                .body("report.cases.failing.behind.flatten().place", hasItem("park_tiers.xlsx!档次!F4"));
        step("approver", PARK, edition, "approve", "{}").statusCode(409).body("detail", containsString("不再符合的用例"));
        step("approver", PARK, edition, "approve", "{\"failingCases\":\"all\"}").statusCode(400).body("code", equalTo("WRONG_TYPE"));
        step("approver", PARK, edition, "approve", seen(PARK, edition)).statusCode(200).body("state", equalTo("IN_FORCE"))
                .body("steps.state", equalTo(List.of("DRAFT", "CHECKED", "SUBMITTED", "APPROVED", "IN_FORCE")))
                .body("steps.find { it.state == 'APPROVED' }.by", equalTo("approver"));
        try {
            assertEquals(4_500_000, ceiling().intValue());
            assertNotEquals(before, park().path("core.ruleBase"));
            as("analyst").get("/v1/tables").then().statusCode(200).body("find { it.table == '%s' }.inForce".formatted(PARK), equalTo(edition));
            given().post("/v1/evaluations/" + decided + "/replay").then().statusCode(200).body("same", equalTo(true));
            as("auditor").accept("text/plain").get("/v1/tables/" + PARK + "/editions/" + edition + "/difference").then().statusCode(200)
                    .body(equalTo(PARK + " 第 " + edition + " 版与第 0 版相比：\nP1 最高金额：500 万元 → 450 万元\n"));
        } finally {
            step("approver", PARK, edition, "withdraw", "{\"reason\":\"数有误\"}").statusCode(200).body("state", equalTo("WITHDRAWN"));
        }
        assertEquals(5_000_000, ceiling().intValue());
        assertEquals(before, park().<String>path("core.ruleBase"));
        byte[] back = as("auditor").accept(XLSX).get("/v1/tables/" + PARK + "/editions/" + edition).then().statusCode(200).extract().asByteArray();
        assertArrayEquals(workbook, back);
    }

    private static String ruleBase(String asked) {
        return park(asked).then().statusCode(201).extract().path("core.ruleBase");
    }

    @Test
    @DisplayName("按 asOf 那一天生效的、knownAt 那时已知的一版；期限、找政策、查重也是；重算仍同从前；没有时区的时刻不收")
    void byDayAndKnowledge() throws Exception {
        String before = ruleBase("");
        String known = BeijingTime.of(Instant.now().minusMillis(1));
        int edition = submitted(PARK, reduced());
        step("approver", PARK, edition, "approve", seen(PARK, edition)).statusCode(200).body("state", equalTo("IN_FORCE"));
        LocalDate today = LocalDate.now(BeijingTime.ZONE);
        String asOf = "\"asOf\":\"%s\",";
        String knownAt = "\"knownAt\":\"" + known + "\",";
        String after;
        try {
            after = ruleBase("");
            assertNotEquals(before, after);
            assertEquals(List.of(before, after, after), List.of(ruleBase(asOf.formatted(today.minusDays(1))), ruleBase(asOf.formatted(today)),
                    ruleBase(asOf.formatted(today.plusDays(1)))));
            Response then = park(knownAt);
            then.then().statusCode(201).body("core.ruleBase", equalTo(before)).body("core.request.knownAt", equalTo(known));
            given().post("/v1/evaluations/" + then.path("id") + "/replay").then().statusCode(200).body("same", equalTo(true)).body("ruleBase", equalTo(before));
            assertEquals(List.of(before, after), List.of(deadline(knownAt), deadline("")));
            assertEquals(List.of(before, after), List.of(match(knownAt), match("")));
            assertEquals(List.of(before, after), List.of(check(knownAt), check("")));
        } finally {
            step("approver", PARK, edition, "withdraw", "{}").statusCode(200);
        }
        assertEquals(before, ruleBase(""));
        park("\"knownAt\":\"2026-03-01T09:00:00\",").then().statusCode(400).body("code", equalTo("NOT_A_DATE"));
    }

    private static String deadline(String asked) {
        return given().contentType("application/json").body("{" + asked + "\"kind\":\"NON_REPEAT_WINDOW\",\"policy\":\"jkf_2022_9\",\"start\":\"2023-06-15\"}")
                .post("/v1/deadlines").then().statusCode(200).extract().path("ruleBase");
    }

    private static String match(String asked) {
        return given().contentType("application/json").body("{" + asked + "\"simulate\":true,\"activities\":[{\"activity\":\"a\",\"facts\":{\"park\":{\"siteAreaM2\":45000}}}]}")
                .post("/v1/matches").then().statusCode(200).extract().path("core.ruleBases.find { it.policy == 'jkf_2022_9' }.digest");
    }

    private static String check(String asked) {
        return given().contentType("application/json").body("{" + asked + "\"simulate\":true,\"unitCode\":\"91110108MA00ABCX09\",\"policy\":\"jkf_2022_9\",\"direction\":\"OVERSEAS_PARK\"}")
                .post("/v1/duplication-checks").then().statusCode(200).extract().path("core.ruleBase");
    }

    private static Response prize(String asked) {
        return given().contentType("application/json").body("""
                {%s"question":"SUPPORT","policy":"jjg_2022_8","direction":"PRIZE","facts":{"technologyPrizes":{"prizes":[
                 {"prize":"NATIONAL_SCIENCE_AND_TECHNOLOGY_PRIZE","grade":"SECOND","awardedOn":"2022-11-03"}]}}}""".formatted(asked)).post("/v1/evaluations");
    }

    private static String decidesPrizes() {
        return prize("\"simulate\":true,").then().statusCode(200).extract().path("core.ruleBase");
    }

    @Test
    @DisplayName("发布和撤回之间不停地问：没有一个请求失败，每个答复不是之前的规则库就是之后的")
    void underLoad() throws Exception {
        String before = decidesPrizes();
        int edition = submitted(AMOUNTS, again(AMOUNTS));
        AtomicBoolean over = new AtomicBoolean();
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> asking = Stream.generate(() -> CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                LockSupport.parkNanos(20_000_000); // the rules are compiled by the same processors
                answered.add(decidesPrizes());
            }
        })).limit(2).toList();
        String after;
        try {
            step("approver", AMOUNTS, edition, "approve", seen(AMOUNTS, edition)).statusCode(200);
            after = decidesPrizes();
        } finally {
            step("approver", AMOUNTS, edition, "withdraw", "{}").statusCode(200);
            over.set(true);
        }
        asking.forEach(CompletableFuture::join);
        assertEquals(Set.of(before, after), Set.copyOf(answered));
    }

    @Test
    @DisplayName("定时生效：时刻未到照旧，到了即改，不必重启；待生效的可以撤回")
    void scheduled() throws Exception {
        byte[] workbook = again(AMOUNTS);
        int edition = submitted(AMOUNTS, workbook);
        step("approver", AMOUNTS, edition, "approve", "{\"effectiveFrom\":\"2020-01-01T00:00:00+08:00\"}").statusCode(400).body("code", equalTo("OUT_OF_RANGE"));
        step("approver", AMOUNTS, edition, "approve", "{\"effectiveFrom\":\"2099-01-01\"}").statusCode(400).body("code", equalTo("NOT_A_DATE"));
        step("approver", AMOUNTS, edition, "approve", "{\"effectiveFrom\":\"2099-01-01T00:00:00+08:00\",\"reason\":\"新年起\"}").statusCode(200)
                .body("state", equalTo("SCHEDULED")).body("effectiveFrom", equalTo("2099-01-01T00:00:00.000+08:00"));
        step("analyst", AMOUNTS, edition, "withdraw", "{}").statusCode(403).body("detail", containsString("审批员"));
        int earlier = submitted(AMOUNTS, workbook);
        step("approver", AMOUNTS, earlier, "approve", "{}").statusCode(409).body("detail", containsString("更晚生效"));
        step("approver", AMOUNTS, edition, "withdraw", "{}").statusCode(200).body("state", equalTo("WITHDRAWN"));
        String soon = BeijingTime.of(Instant.now().plusSeconds(4));
        step("approver", AMOUNTS, earlier, "approve", "{\"effectiveFrom\":\"" + soon + "\"}").statusCode(200).body("state", equalTo("SCHEDULED"));
        try {
            for (int waited = 0; waited < 100 && !state(AMOUNTS, earlier).equals("IN_FORCE"); waited++) {
                Thread.sleep(100);
            }
            as("auditor").get("/v1/tables/" + AMOUNTS + "/editions/" + earlier).then().body("state", equalTo("IN_FORCE"))
                    .body("steps.state", hasItems("APPROVED", "SCHEDULED", "IN_FORCE"));
        } finally {
            step("approver", AMOUNTS, earlier, "withdraw", "{}").statusCode(200);
        }
        as("auditor").get("/v1/tables/" + AMOUNTS + "/editions/0").then().body("state", equalTo("IN_FORCE"));
    }

    private static String state(String table, int edition) {
        return as("auditor").get("/v1/tables/" + table + "/editions/" + edition).path("state");
    }

    @Test
    @DisplayName("没有通过检查的停在草稿，一次指出全部；不能提交；写不成规则；不是工作簿的不保存")
    void notAccepted() throws Exception {
        byte[] wrong = changed(PARK, "档次", "C4", "很大");
        Response kept = handIn(PARK, wrong, null);
        int edition = kept.then().statusCode(201).header("Location", endsWith("/v1/tables/" + PARK + "/editions/" + kept.path("edition")))
                .body("state", equalTo("DRAFT")).body("report.accepted", equalTo(false)).body("report.cells.cell", hasItem("C4")).extract().path("edition");
        step("analyst", PARK, edition, "submit", "{}").statusCode(409).body("detail", containsString("没有通过检查"));
        byte[] remarked = as("analyst").get("/v1/tables/" + PARK + "/editions/" + edition + "/remarks").then().statusCode(200).extract().asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(remarked))) {
            assertNotNull(book.getSheet("档次").getCellComment(new CellAddress("C4")));
        }
        as("analyst").get("/v1/tables/" + PARK + "/editions/0/remarks").then().statusCode(409);
        as("analyst").accept("text/plain").get("/v1/tables/" + PARK + "/editions/" + edition).then().statusCode(409);
        as("analyst").accept("text/csv").get("/v1/tables/" + PARK + "/editions/" + edition).then().statusCode(406);
        step("analyst", PARK, edition, "withdraw", "{}").statusCode(200);
        handIn(PARK, "规则编号,条款".getBytes(UTF_8), null).then().statusCode(422).body("code", equalTo("WORKBOOK_REFUSED"));
        handIn(PARK, new byte[0], null).then().statusCode(400).body("code", equalTo("EMPTY_BODY"));
        as("analyst").get("/v1/tables/" + PARK + "/editions").then().statusCode(200).body("[0].edition", equalTo(edition));
    }

    @Test
    @DisplayName("步骤不能颠倒；作者不能批准；没有的决策表和版本")
    void wrongSteps() throws Exception {
        byte[] workbook = again(AMOUNTS);
        int edition = handIn(AMOUNTS, workbook, null).then().statusCode(201).extract().path("edition");
        step("approver", AMOUNTS, edition, "approve", "{}").statusCode(409).body("detail", containsString("已检查"));
        step("analyst", AMOUNTS, edition, "approve", "{}").statusCode(403);
        step("analyst", AMOUNTS, edition, "submit", "{\"effectiveFrom\":\"2099-01-01T00:00:00+08:00\"}").statusCode(400).body("code", equalTo("UNKNOWN_FIELD"));
        step("analyst", AMOUNTS, edition, "submit", "{}").statusCode(200);
        step("analyst", AMOUNTS, edition, "submit", "{}").statusCode(409).body("detail", containsString("状态不允许"));
        step("analyst", AMOUNTS, edition, "withdraw", "{\"reason\":\"不改了\"}").statusCode(200).body("state", equalTo("WITHDRAWN"));
        step("approver", AMOUNTS, edition, "approve", "{}").statusCode(409).body("detail", containsString("已撤回"));
        step("approver", AMOUNTS, 987654, "approve", "{}").statusCode(404).body("detail", containsString("没有第 987654 版"));
        step("approver", "jjg_2022_8.none", 1, "approve", "{}").statusCode(404).body("detail", containsString("没有决策表"));
        as("analyst").header("Accept-Language", "en").get("/v1/tables/none/editions").then().statusCode(404).body("detail", containsString("no decision table none"));
    }

    @Test
    @DisplayName("门槛改了而工作表“测试”没有改：在那一格指出，停在草稿；不再符合的用例在作者自己的工作簿里批注")
    void ownCases() throws Exception {
        Response raised = handIn(PARK, changed(PARK, "档次", "D4", ">=75"), null);
        raised.then().statusCode(201).body("state", equalTo("DRAFT")).body("report.cells.find { it.sheet == '测试' }.cell", equalTo("F3"))
                .body("report.cells.find { it.sheet == '测试' }.expected", containsString("成立的是P2"));
        byte[] lowered = written(PARK, book -> {
            change(book, "档次", "D4", ">=65");
            change(book, "档次", "F4", 420);
        });
        int amount = handIn(PARK, lowered, null).then().statusCode(201).body("state", equalTo("CHECKED")).extract().path("edition");
        byte[] remarked = as("analyst").get("/v1/tables/" + PARK + "/editions/" + amount + "/remarks").then().statusCode(200).extract().asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(remarked))) {
            assertTrue(book.getSheet("档次").getCellComment(new CellAddress("F4")).getString().getString().contains("用例不再符合"));
        }
    }

    private static Response affected(String user, int edition, String verb, String body) {
        return as(user).contentType("application/json").body(body).post("/v1/tables/" + AMOUNTS + "/editions/" + edition + "/affected" + verb);
    }

    @Test
    @DisplayName("这一版影响到谁：在后台试算，合计、清单、图，和版本一起看；抽样；不能取消已完成的")
    void whom() throws Exception {
        String decided = prize("").then().statusCode(201).extract().path("id");
        for (int more = 0; more < 2; more++) {
            prize("").then().statusCode(201);
        }
        byte[] workbook = changed(AMOUNTS, "数值", "D9", 400_000);
        int edition = handIn(AMOUNTS, workbook, null).then().statusCode(201).extract().path("edition");
        String address = "/v1/tables/" + AMOUNTS + "/editions/" + edition;
        as("auditor").get(address + "/affected").then().statusCode(404).body("detail", containsString("还没有试算"));
        affected("analyst", edition, "", "{\"seed\":\"2026\"}").then().statusCode(400).body("code", equalTo("MISSING_FIELD"));
        affected("analyst", edition, "", "{\"seed\":\"2026\",\"each\":0}").then().statusCode(400).body("code", equalTo("OUT_OF_RANGE"));
        affected("auditor", edition, "", "{}").then().statusCode(403);
        affected("analyst", edition, "", "{}").then().statusCode(202).header("Location", equalTo(address + "/affected")).body("state", equalTo("RUNNING"));
        done(address);
        as("auditor").get(address + "/affected").then().statusCode(200).body("progress.undecidable", equalTo(0))
                .body("affected.byClause.name", hasItem("4.a")).body("affected.byDirection.name", equalTo(List.of("PRIZE")))
                .body("affected.outcomes", equalTo(0)).body("steps.state", equalTo(List.of("RUNNING", "DONE")));
        byte[] list = as("auditor").accept(XLSX).get(address + "/affected").then().statusCode(200).extract().asByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(list))) {
            boolean named = false;
            for (Row row : book.getSheet("受影响的决定")) {
                named |= row.getCell(0).getStringCellValue().equals(decided);
            }
            assertTrue(named);
        }
        as("approver").accept("image/svg+xml").get(address + "/affected").then().statusCode(200).body(containsString("4.a"));
        as("auditor").accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8").get(address + "/affected").then().statusCode(200)
                .contentType("text/html;charset=UTF-8").header("Content-Language", equalTo("zh-CN")).header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("第 " + edition + " 版影响到谁"), containsString(decided));
        as("auditor").accept("text/html").header("Accept-Language", "en").get(address + "/affected").then().statusCode(200).header("Content-Language", equalTo("en"))
                .body(containsString("Whom edition " + edition + " of " + AMOUNTS + " affects"));
        as("approver").accept("text/csv").get(address + "/affected").then().statusCode(406);
        as("approver").get(address).then().statusCode(200).body("affected.state", equalTo("DONE")).body("affected.sampled", equalTo(false));
        affected("analyst", edition, ":cancel", "").then().statusCode(409);
        affected("analyst", edition, ":resume", "").then().statusCode(409);
        affected("approver", edition, "", "{\"seed\":\"2026\",\"each\":2}").then().statusCode(202);
        done(address);
        as("auditor").get(address + "/affected").then().statusCode(200).body("sample.strata.drawn", everyItem(lessThanOrEqualTo(2)))
                .body("sample.estimate.decisions", hasKey("total")).body("sample.strata.estimate.decisions", everyItem(hasKey("total")));
        affected("analyst", 0, "", "{}").then().statusCode(409);
    }

    private static void done(String address) throws InterruptedException {
        for (int waited = 0; waited < 1_200 && as("auditor").get(address + "/affected").path("state").equals("RUNNING"); waited++) {
            Thread.sleep(100);
        }
        as("auditor").get(address + "/affected").then().statusCode(200).body("state", equalTo("DONE"));
    }

    @Test
    @DisplayName("在 LibreOffice 中打开、改一个数、保存，交来，由另一人批准，决定随之改变")
    void libreOffice(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "soffice"))),
                "PATH 上没有 soffice，没有检查从 LibreOffice 到生效的一整圈");
        byte[] saved = LibreOffice.saved(Path.of("decision-tables", "jkf_2022_9", "park_tiers.xlsx"), "档次", "F4", 380, folder);
        int edition = submitted(PARK, saved);
        as("approver").get("/v1/tables/" + PARK + "/editions/" + edition + "/difference").then().statusCode(200)
                .body("changes.text", equalTo(List.of("P1 最高金额：500 万元 → 380 万元")));
        step("approver", PARK, edition, "approve", seen(PARK, edition)).statusCode(200).body("state", equalTo("IN_FORCE"));
        try {
            assertEquals(3_800_000, ceiling().intValue());
        } finally {
            step("approver", PARK, edition, "withdraw", "{}").statusCode(200);
        }
        assertEquals(5_000_000, ceiling().intValue());
    }

    @Test
    @DisplayName("同一幂等键只成一版；换了内容的拒绝")
    void repeated() throws Exception {
        byte[] workbook = again(AMOUNTS);
        String key = UUID.randomUUID().toString();
        assertEquals(handIn(AMOUNTS, workbook, key).asString(), handIn(AMOUNTS, workbook, key).asString());
        handIn(AMOUNTS, original(AMOUNTS), key).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_CONFLICT"));
    }
}
