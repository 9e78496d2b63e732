package org.zhunsheng.deadlines;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;

@QuarkusTest
@DisplayName("期限服务")
class DeadlineTest {

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static Response counted(String body) {
        return held().body(body.replace('\'', '"')).post("/v1/deadlines");
    }

    @Test
    @DisplayName("列出每个文件的期限")
    void list() {
        held().get("/v1/deadlines").then().statusCode(200).body("kind", hasItems("PUBLICITY_END", "ACCEPTANCE_DUE", "NON_REPEAT_WINDOW"))
                .body("find { it.kind == 'ACCEPTANCE_DUE' }.period.count", equalTo(3));
    }

    @Test
    @DisplayName("验收期限遇休息日顺延，两个日子都写明；文件可以写文号")
    void rolled() {
        counted("{'kind':'ACCEPTANCE_DUE','policy':'京科发〔2022〕9号','start':'2022-10-01'}").then().statusCode(200)
                .body("policy", equalTo("jkf_2022_9")).body("nominalDay", equalTo("2023-01-01")).body("day", equalTo("2023-01-03"))
                .body("rolled", equalTo(true)).body("readings.A47", equalTo("ROLL_FORWARD"));
        counted("{'kind':'ACCEPTANCE_DUE','policy':'jkf_2022_9','start':'2022-10-01','readings':{'A47':'NO_ROLL'}}").then()
                .body("day", equalTo("2023-01-01")).body("rolled", equalTo(false)).body("readings.A47", equalTo("NO_ROLL"));
    }

    @Test
    @DisplayName("三年内受限的最后一天和之后的第一天")
    void window() {
        counted("{'kind':'NON_REPEAT_WINDOW','policy':'jkf_2022_9','start':'2024-02-29'}").then().statusCode(200)
                .body("lastBarredDay", equalTo("2027-02-28")).body("firstFreeDay", equalTo("2027-03-01"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("有误的请求：代码和位置")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MISSING_FIELD    | /kind         | {'policy':'jkf_2022_9','start':'2022-09-28'}
            MISSING_FIELD    | /policy       | {'kind':'PUBLICITY_END','start':'2022-09-28'}
            MISSING_FIELD    | /start        | {'kind':'PUBLICITY_END','policy':'jkf_2022_9'}
            UNKNOWN_FIELD    | /from         | {'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2022-09-28','from':'2022-09-28'}
            NOT_A_DATE       | /start        | {'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2022-09-31'}
            OUT_OF_RANGE     | /start        | {'kind':'NON_REPEAT_WINDOW','policy':'jkf_2022_9','start':'9999-12-31'}
            UNKNOWN_POLICY   | /policy       | {'kind':'PUBLICITY_END','policy':'jkf_1999_1','start':'2022-09-28'}
            UNKNOWN_DEADLINE | /kind         | {'kind':'PUBLICITY','policy':'jkf_2022_9','start':'2022-09-28'}
            UNKNOWN_READING  | /readings/A47 | {'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2022-09-28','readings':{'A47':'NO_ROLL'}}
            UNKNOWN_READING  | /readings/A46 | {'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2022-09-28','readings':{'A46':'NEVER'}}
            WRONG_TYPE       | /readings     | {'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2022-09-28','readings':[]}
            """)
    void refused(String code, String pointer, String body) {
        counted(body).then().statusCode(400).body("code", equalTo(code)).body("errors.pointer", hasItem(pointer));
    }

    @Test
    @DisplayName("日历未收录的年份不作猜测；只数对应日的不用日历")
    void unknownYear() {
        counted("{'kind':'PUBLICITY_END','policy':'jkf_2022_9','start':'2098-12-01'}").then().statusCode(422)
                .body("code", equalTo("CALENDAR_YEAR_NOT_HELD"));
        counted("{'kind':'NON_REPEAT_WINDOW','policy':'jkf_2022_9','start':'2098-12-01'}").then().statusCode(200)
                .body("day", equalTo("2101-12-01"));
    }
}
