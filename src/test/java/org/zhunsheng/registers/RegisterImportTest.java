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
}
