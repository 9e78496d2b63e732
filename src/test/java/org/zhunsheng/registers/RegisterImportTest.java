package org.zhunsheng.registers;

import static org.hamcrest.Matchers.equalTo;
import static org.zhunsheng.imports.HandedIn.ended;
import static org.zhunsheng.imports.HandedIn.held;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test has units and days of its own: what was imported stays. */
@QuarkusTest
@DisplayName("导入登记册")
class RegisterImportTest {

    private static final String HEAD = "统一社会信用代码,列入日期,截止日期,文号\n";

    private static Map<String, String> complete(String register, String until) {
        return Map.of("target", "register:" + register, "list", "complete", "source", "下载", "coversUntil", until, "fetchedAt", until + "T23:00:00+08:00");
    }

    private static Response asked(String register, String code, String day) {
        return held().queryParam("code", code).queryParam("day", day).get("/v1/registers/" + register);
    }

    @Test
    @DisplayName("全部名单：在册、不在册、过旧即不知道")
    void completeList() {
        ended(complete("judgment-defaulters", "2011-03-10"), HEAD + "91110108MA01ABCD1X,2011-01-02,,（2011）执1号\n").then()
                .body("state", equalTo("TAKEN")).body("accepted", equalTo(1));
        asked("judgment-defaulters", "91110108MA01ABCD1X", "2011-03-12").then().statusCode(200).body("state", equalTo("LISTED"))
                .body("entry.reference", equalTo("（2011）执1号")).body("ageDays", equalTo(2)).body("snapshot.source", equalTo("下载"));
        asked("judgment-defaulters", "91110108MA01ABCD2X", "2011-03-17").then().body("state", equalTo("NOT_LISTED")).body("ageDays", equalTo(7));
        asked("judgment-defaulters", "91110108MA01ABCD2X", "2011-03-18").then().body("state", equalTo("UNKNOWN")).body("ageDays", equalTo(8));
        asked("judgment-defaulters", "91110108MA01ABCD1X", "2011-03-18").then().body("state", equalTo("UNKNOWN"));
    }

    @Test
    @DisplayName("变动接续全部名单；当时还不知道的，按当时回答")
    void changes() {
        String unit = "91110108MA01ABCD3X";
        ended(complete("deregistered-units", "2013-03-01"), HEAD + "91110108MA01ABCD4X,2013-01-02,,一\n");
        Map<String, String> changes = Map.of("target", "register:deregistered-units", "list", "changes", "source", "下载", "coversFrom", "2013-03-02",
                "coversUntil", "2013-03-20", "fetchedAt", "2013-03-20T23:00:00+08:00");
        ended(changes, HEAD + unit + ",2013-03-15,,二\n").then().body("state", equalTo("TAKEN"));
        asked("deregistered-units", unit, "2013-03-14").then().body("state", equalTo("NOT_LISTED"));
        asked("deregistered-units", unit, "2013-04-19").then().body("state", equalTo("LISTED")).body("ageDays", equalTo(30))
                .body("snapshot.list", equalTo("changes"));
        held().queryParam("code", unit).queryParam("day", "2013-03-15").queryParam("knownAt", "2013-03-21T00:00:00+08:00")
                .get("/v1/registers/deregistered-units").then().body("state", equalTo("UNKNOWN"));
        held().get("/v1/registers").then().statusCode(200).body("find { it.id == 'deregistered-units' }.newest.list", equalTo("changes"));
    }

    @Test
    @DisplayName("问得不对：400；没有这个登记册：404")
    void asked() {
        held().get("/v1/registers/judgment-defaulters").then().statusCode(400);
        asked("judgment-defaulters", "123", "2011-03-12").then().statusCode(400);
        asked("judgment-defaulters", "91110108MA01ABCD1X", "2011-02-30").then().statusCode(400);
        asked("nowhere", "91110108MA01ABCD1X", "2011-03-12").then().statusCode(404);
    }
}
