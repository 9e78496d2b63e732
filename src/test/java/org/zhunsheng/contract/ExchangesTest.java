package org.zhunsheng.contract;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What examples cannot show: requests that do not fit the contract, headers, and answers under every status. */
@QuarkusTest
@DisplayName("契约之内的每种往来")
class ExchangesTest {

    private static final String PUBLICITY = "{'question':'PROCEDURE','step':'PUBLICITY','policy':'jkf_2022_9','facts':{'publicity':{'startedOn':'%s'}}}";

    private static RequestSpecification held() {
        return given().filter(new HeldToContract());
    }

    private static Response evaluate(String body) {
        return held().contentType("application/json").body(body.replace('\'', '"')).post("/v1/evaluations");
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("有误的请求：400，代码和位置")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MALFORMED_JSON    |                           | {'question':
            EMPTY_BODY        |                           | ``
            WRONG_TYPE        |                           | []
            DUPLICATE_KEY     | /policy                   | {'policy':'jkf_2022_9','policy':'jkf_2022_9','question':'DUTY'}
            MISSING_FIELD     | /question                 | {'policy':'jkf_2022_9'}
            MISSING_FIELD     | /policy                   | {'question':'DUTY'}
            UNKNOWN_FIELD     | /facts/park/area          | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'area':1}}}
            UNKNOWN_FIELD     | /facts/parks              | {'question':'DUTY','policy':'jkf_2022_9','facts':{'parks':{}}}
            NULL_REFUSED      | /facts/park/siteAreaM2    | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'siteAreaM2':null}}}
            WRONG_TYPE        | /facts/park/siteAreaM2    | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'siteAreaM2':'1'}}}
            WRONG_TYPE        | /simulate                 | {'question':'DUTY','policy':'jkf_2022_9','simulate':1}
            WRONG_TYPE        | /sensitivity              | {'question':'DUTY','policy':'jkf_2022_9','sensitivity':'yes'}
            UNKNOWN_VALUE     | /facts/park/locationClass | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'locationClass':'MOON'}}}
            OUT_OF_RANGE      | /facts/park/siteAreaM2    | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'siteAreaM2':-1}}}
            OUT_OF_RANGE      | /facts/park/occupancyRatePercent | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'occupancyRatePercent':100.1}}}
            NOT_A_NUMBER      | /facts/park/siteAreaM2    | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'siteAreaM2':1e999999999}}}
            NOT_A_DATE        | /asOf                     | {'question':'DUTY','policy':'jkf_2022_9','asOf':'2023-02-29'}
            NONE_NOT_ADMITTED | /facts/park/siteAreaM2    | {'question':'DUTY','policy':'jkf_2022_9','facts':{'park':{'siteAreaM2':{'none':true}}}}
            UNKNOWN_POLICY    | /policy                   | {'question':'DUTY','policy':'jkf_1999_1'}
            UNKNOWN_QUESTION  | /question                 | {'question':'WHY','policy':'jkf_2022_9'}
            UNKNOWN_QUESTION  | /question                 | {'question':'RECOGNITION','policy':'jkf_2022_9'}
            UNKNOWN_DIRECTION | /direction                | {'question':'SUPPORT','policy':'jkf_2022_9','direction':'MOON'}
            UNKNOWN_DIRECTION | /direction                | {'question':'DUTY','policy':'jkf_2022_9','direction':'JOURNAL'}
            UNKNOWN_READING   | /readings/A999            | {'question':'DUTY','policy':'jkf_2022_9','readings':{'A999':'X'}}
            UNKNOWN_READING   | /readings/INT-01          | {'question':'DUTY','policy':'jkf_2022_9','readings':{'INT-01':'same_direction'}}
            CONTRADICTION     | /readings/INT-02          | {'question':'DUTY','policy':'jkf_2022_9','readings':{'A50':'ROLLING','INT-02':'CALENDAR_INCLUSIVE'}}
            UNKNOWN_JUDGEMENT | /judgements/jkf_2022_9~16.9 | {'question':'DUTY','policy':'jkf_2022_9','judgements':{'jkf_2022_9/6.9':{'value':true,'by':'x','reason':'x'}}}
            """)
    void refused(String code, String pointer, String body) {
        Response response = evaluate(body);
        response.then().statusCode(400).body("code", equalTo(code));
        if (pointer != null) {
            response.then().body("errors.pointer", hasItem(pointer));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("有误的档案：400，代码和位置；哪项活动的判断有误，就指到哪项活动")
    @CsvSource(delimiter = '|', textBlock = """
            CONTRADICTION     | /activities/1/activity                                | {'activities':[{'activity':'a1'},{'activity':'a1'}]}
            UNKNOWN_READING   | /readings/A999                                        | {'readings':{'A999':'X'},'activities':[{'activity':'a1'}]}
            UNKNOWN_READING   | /readings/INT-01                                      | {'readings':{'INT-01':'same_direction'},'activities':[{'activity':'a1'}]}
            UNKNOWN_READING   | /readings/INT-04                                      | {'readings':{'INT-04':'ANY_PUBLIC_MONEY'},'activities':[{'activity':'a1'}]}
            CONTRADICTION     | /readings/INT-01                                      | {'readings':{'A51':'CONTENT','INT-01':'DIRECTION'},'activities':[{'activity':'a1'}]}
            UNKNOWN_JUDGEMENT | /judgements/jkf_2022_9~16.9                           | {'judgements':{'jkf_2022_9/6.9':JUDGED},'activities':[{'activity':'a1'}]}
            UNKNOWN_JUDGEMENT | /activities/1/judgements/jkf_2022_9~16.9              | {'activities':[{'activity':'a1'},{'activity':'a2','judgements':{'jkf_2022_9/6.9':JUDGED}}]}
            UNKNOWN_JUDGEMENT | /activities/0/judgements/jkf_1999_1~16.2.2            | {'activities':[{'activity':'a1','facts':{'park':{}},'judgements':{'jkf_1999_1/6.2.2':JUDGED}}]}
            UNKNOWN_JUDGEMENT | /activities/0/judgements/jkf_2022_9~18.3#role/value   | {'activities':[{'activity':'a1','judgements':{'jkf_2022_9/8.3#role':JUDGED}}]}
            UNKNOWN_JUDGEMENT | /activities/0/judgements/a~0b                         | {'activities':[{'activity':'a1','judgements':{'a~b':JUDGED}}]}
            """)
    void refusedProfile(String code, String pointer, String body) {
        held().contentType("application/json").body(body.replace("JUDGED", "{'value':true,'by':'x','on':'2025-05-20','reason':'x'}").replace('\'', '"'))
                .post("/v1/matches").then().statusCode(400).body("errors.pointer", hasItem(pointer)).body("errors.code", hasItem(code));
    }

    @Test
    @DisplayName("嵌套过深，400；过大，413；格式不对，415 和 406")
    void refusedByForm() {
        evaluate("{'facts':".repeat(100) + "{}" + "}".repeat(100)).then().statusCode(400).body("errors.code", hasItem("TOO_DEEP"));
        evaluate(" ".repeat((1 << 20) + 1)).then().statusCode(413).body("code", equalTo("BODY_TOO_LARGE"));
        held().contentType("text/plain").body("{}").post("/v1/evaluations").then().statusCode(415).body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
        held().accept("image/png").get("/v1/policies").then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    @DisplayName("错误说明按 Accept-Language，默认中文")
    void language() {
        held().queryParam("asOf", "2022-06-09").get("/v1/policies").then().statusCode(200)
                .body("find { it.number == '中科园发〔2019〕11号' }.status", equalTo("NOT_HELD"))
                .body("find { it.policy == 'jkf_2022_4' }.status", equalTo("NOT_IN_FORCE"));
        held().queryParam("asOf", "2022-06-10").get("/v1/policies").then().statusCode(200)
                .body("find { it.number == '中科园发〔2019〕11号' }.status", equalTo("REPEALED"))
                .body("find { it.policy == 'jkf_2022_4' }.status", equalTo("IN_FORCE"));
        held().header("Accept-Language", "en").get("/v1/policies/nope").then().statusCode(404).header("Content-Language", "en")
                .body("detail", startsWith("there is no policy nope"));
        held().get("/v1/policies/nope").then().statusCode(404).header("Content-Language", "zh-CN").body("detail", startsWith("没有文件 nope"));
    }

    @Test
    @DisplayName("同一幂等键：同一请求得到第一次的答复，换了请求 422")
    void idempotency() {
        String key = UUID.randomUUID().toString();
        Response first = keyed(key, "2022-09-28");
        Response again = keyed(key, "2022-09-28");
        assertEquals(List.of(201, 201), List.of(first.statusCode(), again.statusCode()));
        assertEquals(first.header("Location"), again.header("Location"));
        assertArrayEquals(first.asByteArray(), again.asByteArray());
        keyed(key, "2022-09-29").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_CONFLICT"));
        keyed("two words", "2022-09-28").then().statusCode(400).body("detail", containsString("Idempotency-Key"));
    }

    private static Response keyed(String key, String startedOn) {
        return held().contentType("application/json").header("Idempotency-Key", key).body(PUBLICITY.formatted(startedOn).replace('\'', '"'))
                .post("/v1/evaluations");
    }

    @Test
    @DisplayName("不写 direction：事实里有的每个方向各一个结论")
    void everyDirection() {
        evaluate("{'question':'SUPPORT','policy':'jkf_2022_9','simulate':true,'facts':{'park':{},'journal':{}}}").then().statusCode(200)
                .body("core.decisions.direction", equalTo(List.of("OVERSEAS_PARK", "JOURNAL")));
    }
}
