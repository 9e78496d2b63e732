package org.zhunsheng.judgement;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhunsheng.judgement.Park.applied;
import static org.zhunsheng.judgement.Park.held;
import static org.zhunsheng.judgement.Park.judgements;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@DisplayName("有误的判断不留痕迹")
class RefusedJudgementTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @DisplayName("代码和位置；ID 为一个在案的决定")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            EMPTY_BODY        | -        | ``
            MALFORMED_JSON    | -        | {'decision':
            WRONG_TYPE        | -        | []
            MISSING_FIELD     | /decision | {'point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            MISSING_FIELD     | /point   | {'decision':'ID','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            MISSING_FIELD     | /value   | {'decision':'ID','point':'jkf_2022_9/6.2.2','by':'甲','on':'2023-04-20','reason':'实'}
            MISSING_FIELD     | /by      | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'on':'2023-04-20','reason':'实'}
            MISSING_FIELD     | /on      | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','reason':'实'}
            MISSING_FIELD     | /reason  | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20'}
            UNKNOWN_FIELD     | /note    | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实','note':'x'}
            DUPLICATE_KEY     | /value   | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            NULL_REFUSED      | /reason  | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':null}
            WRONG_TYPE        | /value   | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':1,'by':'甲','on':'2023-04-20','reason':'实'}
            INVALID_TEXT      | /reason  | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':' '}
            NOT_A_DATE        | /on      | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-02-29','reason':'实'}
            OUT_OF_RANGE      | /on      | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2999-01-01','reason':'实'}
            MALFORMED_JSON    | -        | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实'}{}
            UNKNOWN_JUDGEMENT | /point   | {'decision':'ID','point':'jkf_2022_9/6.9','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /point   | {'decision':'ID','point':'6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /point   | {'decision':'ID','point':'jkgf_1999_1/6.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /point   | {'decision':'ID','point':'jkf_2022_9/14.2.2','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /value   | {'decision':'ID','point':'jkf_2022_9/6.2.2','value':'GOOD','by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /value   | {'decision':'ID','point':'jkf_2022_9/5.1#class','value':true,'by':'甲','on':'2023-04-20','reason':'实'}
            UNKNOWN_JUDGEMENT | /value   | {'decision':'ID','point':'jkf_2022_9/5.1#class','value':'GOOD','by':'甲','on':'2023-04-20','reason':'实'}
            """)
    void refused(String code, String pointer, String body) {
        String decision = applied();
        Response response = held().body(body.replace('\'', '"').replace("ID", decision)).post("/v1/judgements");
        response.then().statusCode(400).body("code", equalTo(code));
        if (pointer != null) {
            response.then().body("errors.pointer", hasItem(pointer));
        }
        assertEquals(List.of(), judgements(decision).path(""));
    }

    @Test
    @DisplayName("找政策的答复不是对一份文件的评定，不能就它判断")
    void matchesAreNoDecisions() {
        String match = held().body("{\"activities\":[{\"activity\":\"园区\",\"facts\":{\"park\":{}}}]}").post("/v1/matches").path("id");
        Park.judged(match, Park.OPERATES_WELL, true).then().statusCode(400).body("errors.pointer", hasItem("/decision"));
    }

    @Test
    @DisplayName("没有这个决定、这个判断，404；说明按 Accept-Language")
    void unknown() {
        String nobody = "019a0000-0000-7000-8000-000000000000";
        Park.judged(nobody, Park.OPERATES_WELL, true).then().statusCode(404).body("detail", equalTo("没有编号为 " + nobody + " 的决定"));
        judgements(nobody).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        held().get("/v1/judgements/" + nobody).then().statusCode(404).body("detail", startsWith("没有编号为"));
        held().header("Accept-Language", "en").get("/v1/judgements/" + nobody).then().body("detail", startsWith("there is no judgement"));
        held().header("Accept-Language", "en").body(Park.body(applied(), "jkf_2022_9/14.2.2", true)).post("/v1/judgements").then().statusCode(400)
                .body("detail", startsWith("this decision does not look at the discretion point jkf_2022_9/14.2.2; it looks at: jkf_2022_9/17.s1.a"));
    }
}
