package org.zhunsheng.law;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("运维方换了一条原文：列出它背后的规则和单元格，标着，直到有人说复核过")
class LawChangeTest {

    private static final String POLICY = "jkf_2022_9";
    private static final String CLAUSE = "4.s1.a";
    private static final String OPEN = "/v1/law-changes?open=true";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ConfigProperty(name = "zhunsheng.texts")
    Path folder;

    private static RequestSpecification held() {
        return given().filter(new HeldToContract());
    }

    private static RequestSpecification body(String body) {
        return held().contentType("application/json").body(body);
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        for (Instant end = Instant.now().plus(PATIENCE); !reached.getAsBoolean(); Thread.sleep(50)) {
            assertTrue(Instant.now().isBefore(end));
        }
    }

    private void supply(String text) throws IOException {
        Files.createDirectories(folder.resolve(POLICY));
        Path part = folder.resolve(POLICY).resolve(CLAUSE + ".part");
        Files.writeString(part, text);
        Files.move(part, folder.resolve(POLICY).resolve(CLAUSE + ".txt"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> open(String test) {
        return held().get(OPEN).then().statusCode(200).extract().path("findAll{" + test + "}.id");
    }

    /** A text that was never seen, then another one. */
    private String replaced() throws Exception {
        supply("第一条　虚构的原文，" + UUID.randomUUID() + "。");
        await(() -> given().get("/health/ready").path("checks.find{it.name=='law'}.data.texts").equals(1));
        String now = UUID.randomUUID().toString();
        supply("第一条　虚构的原文，改成了" + now + "。");
        String test = "it.after.text.contains('" + now + "')";
        await(() -> !open(test).isEmpty());
        return open(test).get(0);
    }

    /** The record keeps everything: nobody else is to find our texts unreviewed. */
    @AfterEach
    void takeAway() throws IOException {
        Files.deleteIfExists(folder.resolve(POLICY).resolve(CLAUSE + ".txt"));
        Files.deleteIfExists(folder.resolve(POLICY));
        open("it.clause=='" + CLAUSE + "'").forEach(id -> body("{\"reason\":\"测试\"}").post("/v1/law-changes/" + id + "/review").then().statusCode(200));
    }

    @Test
    @DisplayName("换了：列出；复核写明理由；再复核 409；没有的 404")
    void reviewed() throws Exception {
        String id = replaced();
        held().get("/v1/law-changes/" + id).then().statusCode(200).body("kind", equalTo("REPLACED")).body("policy", equalTo(POLICY)).body("open", equalTo(true))
                .body("differences.what", hasItems("SAME", "GONE", "NEW")).body("clauses.clause", hasItem(CLAUSE)).body("rules.clause", hasItem(CLAUSE));
        given().get("/health/ready").then().body("checks.find{it.name=='law'}.data.unreviewed", greaterThanOrEqualTo(1)).body("checks.find{it.name=='law'}.status", equalTo("UP"));
        body("{}").post("/v1/law-changes/" + id + "/review").then().statusCode(400).body("errors[0].pointer", equalTo("/reason"));
        body("{\"reason\":\" \"}").post("/v1/law-changes/" + id + "/review").then().statusCode(400);
        for (String user : List.of("approver", "auditor", "operator", "system")) {
            body("{\"reason\":\"看过\"}").header("Authorization", LocalUsers.bearer(user)).post("/v1/law-changes/" + id + "/review").then().statusCode(403);
        }
        body("{\"reason\":\"规则不受影响\"}").post("/v1/law-changes/" + id + "/review").then().statusCode(200).body("open", equalTo(false))
                .body("review.by", equalTo("analyst")).body("review.reason", equalTo("规则不受影响"));
        body("{\"reason\":\"再来\"}").post("/v1/law-changes/" + id + "/review").then().statusCode(409);
        held().get(OPEN).then().body("id", not(hasItem(id)));
        held().get("/v1/law-changes").then().body("id", hasItem(id));
        body("{\"reason\":\"看过\"}").post("/v1/law-changes/没有/review").then().statusCode(404);
        held().get("/v1/law-changes/没有").then().statusCode(404);
        held().get("/v1/law-changes?open=maybe").then().statusCode(400);
    }

    @Test
    @DisplayName("没有复核的，说明里原文旁边标着；复核之后不标")
    void marked() throws Exception {
        String decided = body("""
                {"policy":"jkf_2022_9","question":"SUPPORT","direction":"JOURNAL","facts":{"application":{"submittedOn":"2023-03-15"}}}""")
                .post("/v1/evaluations").then().statusCode(201).extract().path("id");
        String path = "/v1/evaluations/" + decided + "/explanation";
        String line = "answers[0].clauses.find{it.clause=='" + CLAUSE + "'}";
        String id = replaced();
        held().get(path).then().body(line + ".official", containsString("改成了")).body(line + ".marks", hasItem("TEXT_CHANGED"));
        held().accept("text/html").get(path).then().body(containsString("规则尚待复核"));
        body("{\"reason\":\"看过\"}").post("/v1/law-changes/" + id + "/review").then().statusCode(200);
        open("it.clause=='" + CLAUSE + "'").forEach(other -> body("{\"reason\":\"看过\"}").post("/v1/law-changes/" + other + "/review"));
        held().get(path).then().body(line + ".marks", not(hasItem("TEXT_CHANGED")));
        given().header("Authorization", LocalUsers.bearer("operator")).get("/metrics").then().body(containsString("zhunsheng_law_unreviewed"));
    }
}
