package org.zhunsheng.registers;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhunsheng.imports.HandedIn.ended;
import static org.zhunsheng.imports.HandedIn.held;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of the year 2023, with lists of its own: what was imported stays. */
@QuarkusTest
@DisplayName("评定凭登记册，不凭填报方的说法")
class RegisterEvaluationTest {

    private static final String HEAD = "统一社会信用代码,列入日期,截止日期,文号\n";
    private static final String LISTED = "91110108MA01REWKDE";

    private static void list(String register, String until) {
        ended(Map.of("target", "register:" + register, "list", "complete", "source", "下载", "coversUntil", until, "fetchedAt", until + "T23:00:00+08:00"),
                HEAD + LISTED + ",2023-01-02,,一号\n").then().body("state", equalTo("TAKEN"));
    }

    private static Response payment(String unit, String day, String recipient, boolean simulate) {
        return held().contentType("application/json").body("""
                {"question":"PAYMENT","policy":"jkf_2022_9","asOf":"%s","simulate":%s,
                "registers":{"code":"%s","day":"%s"},"facts":{"recipientAtPayment":{%s}}}""".formatted(day, simulate, unit, day, recipient))
                .post("/v1/evaluations");
    }

    private static String verdict(Response answer, String clause) {
        return answer.path("core.decisions[0].findings.find { it.clause == '" + clause + "' }.verdict");
    }

    @Test
    @DisplayName("在册即不满足，不在册即满足，过旧仍缺事实；答复写明哪个登记册、哪一份")
    void filled() {
        list("licences-revoked", "2023-06-01");
        Response clean = payment("91110108MA01CLEAN8", "2023-06-10", "", true);
        clean.then().statusCode(200).body("core.sources.facts.find { it.fact == 'recipientAtPayment.businessLicenceRevoked' }.value", equalTo(false))
                .body("core.sources.facts.find { it.fact == 'recipientAtPayment.businessLicenceRevoked' }.registers[0].ageDays", equalTo(9));
        assertEquals("MET", verdict(clean, "18.s2.a"));
        assertEquals("NOT_MET", verdict(payment(LISTED, "2023-06-10", "", true), "18.s2.a"));
        Response old = payment("91110108MA01CLEAN8", "2023-07-10", "", true);
        assertEquals("UNKNOWN", verdict(old, "18.s2.a"));
        old.then().body("core.decisions[0].needs.fact", hasItem("recipientAtPayment.businessLicenceRevoked"))
                .body("core.sources.facts.find { it.fact == 'recipientAtPayment.businessLicenceRevoked' }.value", nullValue());
    }

    @Test
    @DisplayName("填报方写了的，不问登记册")
    void stated() {
        list("licences-revoked", "2023-08-01");
        Response stated = payment(LISTED, "2023-08-02", "\"businessLicenceRevoked\":false", true);
        assertEquals("MET", verdict(stated, "18.s2.a"));
        List<String> told = stated.path("core.sources.facts.fact");
        assertEquals(false, told.contains("recipientAtPayment.businessLicenceRevoked"));
    }

    @Test
    @DisplayName("重算只看当时知道的，以后导入的不改变它")
    void replayed() {
        String id = payment("91110108MA01CLEAN8", "2023-09-02", "", false).then().statusCode(201).extract().path("id");
        list("licences-revoked", "2023-09-01");
        held().contentType("application/json").post("/v1/evaluations/" + id + "/replay").then().statusCode(200).body("differences", equalTo(List.of()))
                .body("same", equalTo(true));
    }

    @Test
    @DisplayName("登记册的问法有误：400，指出位置")
    void refused() {
        held().contentType("application/json").body("""
                {"question":"PAYMENT","policy":"jkf_2022_9","registers":{"code":"91110108MA01CLEAN8","days":"2023-09-02"}}""").post("/v1/evaluations").then()
                .statusCode(400).body("errors.pointer", hasItems("/registers/days", "/registers/day"));
        payment("91110108ma01clean1", "2023-09-02", "", true).then().statusCode(400).body("errors.pointer", hasItem("/registers/code"));
    }
}
