package org.zhunsheng.subjects;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.contract.HeldToContract;

/** What was entered stays, so that each test has codes of its own. */
@QuarkusTest
@DisplayName("单位")
class SubjectTest {

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static CreditCode fresh() {
        return CodeSamples.code(ThreadLocalRandom.current().nextLong(1_000_000_000L));
    }

    private static Response post(String place, String body) {
        return held().body(body.replace('\'', '"')).post("/v1/subjects" + place);
    }

    private static Response found(CreditCode code, String members) {
        return post("", "{'code':'" + code + "','source':'营业执照'" + members + "}");
    }

    private static String founded(CreditCode code) {
        return found(code, "").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse search(String code) {
        return held().queryParam("code", code).get("/v1/subjects").then().statusCode(200);
    }

    private static ValidatableResponse get(String id) {
        return held().get("/v1/subjects/" + id).then().statusCode(200);
    }

    private static ValidatableResponse event(String id, String members) {
        return post("/" + id + "/events", "{'source':'登记机关'," + members + "}").then();
    }

    @Test
    @DisplayName("登记、查找、更名：新旧代码都找到同一单位")
    void roundTrip() {
        CreditCode code = fresh();
        CreditCode renamed = fresh();
        Response entered = found(code, ",'name':'甲园','validFrom':'2018-05-10'");
        String id = entered.then().statusCode(201).body("codes[0].code", equalTo(code.text())).body("codes[0].recordedBy", equalTo("system"))
                .body("names[0].validFrom", equalTo("2018-05-10")).extract().path("id");
        assertEquals("/v1/subjects/" + id, entered.header("Location"));
        event(id, "'kind':'RENAME','day':'2024-03-01','code':'" + renamed + "','name':'乙园'").statusCode(201)
                .body("codes.code", equalTo(List.of(renamed.text(), code.text()))).body("codes.validUntil", equalTo(Arrays.asList(null, "2024-02-29")))
                .body("names.name", equalTo(List.of("乙园", "甲园"))).body("events.kind", equalTo(List.of("RENAME")));
        for (CreditCode either : List.of(code, renamed)) {
            search(either.text()).body("subjects.id", equalTo(List.of(id)));
        }
        get(id).body("lineage.same", equalTo(List.of(id))).body("lineage.uncertain", empty());
    }

    @Test
    @DisplayName("全角、小写、空格的代码：规范化，并且说明")
    void normalised() {
        CreditCode code = fresh();
        String written = " " + code.text().toLowerCase().replace('9', '９');
        post("", "{'code':'" + written + "','source':'申报书'}").then().statusCode(201).body("codes[0].code", equalTo(code.text()))
                .body("normalised[0].code", equalTo(code.text())).body("normalised[0].written", equalTo(written));
        search(written).body("normalised[0].written", equalTo(written)).body("subjects", hasSize(1));
        search(code.text()).body("normalised", nullValue());
    }

    @Test
    @DisplayName("校验码不符：没有理由不收，写明理由的收下并留着理由")
    void checkCharacter() {
        CreditCode failing = CodeSamples.failing(ThreadLocalRandom.current().nextLong(1_000_000_000L));
        found(failing, "").then().statusCode(400).body("code", equalTo("CHECK_CHARACTER")).body("errors[0].pointer", equalTo("/code"))
                .body("detail", containsString("checkCharacterReason"));
        search(failing.text()).body("checks", equalTo(false)).body("subjects", empty());
        found(failing, ",'checkCharacterReason':'执照原件如此'").then().statusCode(201).body("codes[0].checks", equalTo(false))
                .body("codes[0].reason", equalTo("执照原件如此"));
        String id = founded(fresh());
        event(id, "'kind':'SPLIT','day':'2024-03-01','into':[{'code':'" + fresh() + "'},{'code':'" + CodeSamples.failing(7) + "'}]").statusCode(400)
                .body("code", equalTo("CHECK_CHARACTER")).body("errors[0].pointer", equalTo("/into/1/code"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @DisplayName("有误的登记：一次指出，什么也不保存")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CREDIT_CODE   | /code        | ``        | {'code':'9199999900000000','source':'s'}
            CREDIT_CODE   | /code        | ``        | {'code':'91999999O00000001T','source':'s'}
            MISSING_FIELD | /source      | ``        | {'code':'$'}
            MISSING_FIELD | /code        | ``        | {'source':'s'}
            WRONG_TYPE    | /code        | ``        | {'code':91,'source':'s'}
            INVALID_TEXT  | /source      | ``        | {'code':'$','source':' '}
            UNKNOWN_FIELD | /validSince  | ``        | {'code':'$','source':'s','validSince':'2020-01-01'}
            NOT_A_DATE    | /validFrom   | ``        | {'code':'$','source':'s','validFrom':'2023-02-29'}
            OUT_OF_RANGE  | /validFrom   | ``        | {'code':'$','source':'s','validFrom':'2999-01-01'}
            NULL_REFUSED  | /name        | ``        | {'code':'$','source':'s','name':null}
            DUPLICATE_KEY | /source      | ``        | {'code':'$','source':'s','source':'s'}
            CONTRADICTION | /validUntil  | /codes    | {'code':'$','source':'s','validFrom':'2020-01-02','validUntil':'2020-01-01'}
            CONTRADICTION | /validUntil  | /names    | {'name':'n','source':'s','validFrom':'2020-01-02','validUntil':'2020-01-01'}
            UNKNOWN_FIELD | /code        | /names    | {'name':'n','source':'s','code':'$'}
            MISSING_FIELD | /code        | /events   | {'kind':'RENAME','day':'2020-01-01','source':'s'}
            MISSING_FIELD | /into        | /events   | {'kind':'MERGER','day':'2020-01-01','source':'s'}
            UNKNOWN_VALUE | /kind        | /events   | {'kind':'CLOSURE','day':'2020-01-01','source':'s'}
            UNKNOWN_FIELD | /name        | /events   | {'kind':'MERGER','day':'2020-01-01','source':'s','into':[{'code':'$'}],'name':'n'}
            UNKNOWN_FIELD | /with        | /events   | {'kind':'SPLIT','day':'2020-01-01','source':'s','into':[{'code':'$'}],'with':['x']}
            MISSING_FIELD | /into/0/code | /events   | {'kind':'SPLIT','day':'2020-01-01','source':'s','into':[{'name':'n'}]}
            CONTRADICTION | /into/0      | /events   | {'kind':'SPLIT','day':'2020-01-01','source':'s','into':[{'subject':'x','name':'n'}]}
            CONTRADICTION | /into        | /events   | {'kind':'MERGER','day':'2020-01-01','source':'s','into':[{'code':'$'},{'code':'$'}]}
            OUT_OF_RANGE  | /day         | /events   | {'kind':'RENAME','day':'2999-01-01','source':'s','name':'n'}
            MISSING_FIELD | /reason      | /retractions | {'entry':'x','source':'s'}
            """)
    void refused(String code, String pointer, String place, String body) {
        CreditCode unit = fresh();
        String told = body.replace("$", unit.text());
        String at = place.isEmpty() ? "" : "/" + founded(fresh()) + place;
        post(at, told).then().statusCode(400).body("code", equalTo(code)).body("errors.pointer", hasItem(pointer));
        search(unit.text()).body("subjects", empty());
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("查找时有误")
    @CsvSource(delimiter = '|', textBlock = """
            CREDIT_CODE  | ?code=123
            BAD_REQUEST  | ?knownAt=2020-01-01T00:00:00Z
            OUT_OF_RANGE | ?code=91110108551385082Q&knownAt=2999-01-01T00:00:00Z
            NOT_A_DATE   | ?code=91110108551385082Q&knownAt=2020-01-01
            NOT_A_DATE   | ?code=91110108551385082Q&knownAt=2020-01-01T00:00:00
            OUT_OF_RANGE | /019a0000-0000-7000-8000-000000000000?knownAt=2999-01-01T00:00:00Z
            NOT_A_DATE   | /019a0000-0000-7000-8000-000000000000?day=2020-02-30
            """)
    void askedWrongly(String code, String query) {
        held().get("/v1/subjects" + query).then().statusCode(400).body("code", equalTo(code));
    }

    @Test
    @DisplayName("没有这个单位、没有这个条目")
    void unknown() {
        String nobody = "019a0000-0000-7000-8000-000000000000";
        String id = founded(fresh());
        String others = get(founded(fresh())).extract().path("codes[0].entry");
        held().get("/v1/subjects/" + nobody).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        held().get("/v1/subjects/甲").then().statusCode(404);
        post("/" + nobody + "/names", "{'name':'n','source':'s'}").then().statusCode(404);
        post("/" + nobody + "/codes", "{'code':'" + fresh() + "','source':'s'}").then().statusCode(404);
        post("/" + nobody + "/retractions", "{'entry':'x','source':'s','reason':'r'}").then().statusCode(404);
        event(nobody, "'kind':'RENAME','day':'2024-03-01','name':'n'").statusCode(404);
        event(id, "'kind':'MERGER','day':'2024-03-01','into':[{'subject':'" + nobody + "'}]").statusCode(404).body("detail", containsString(nobody));
        event(id, "'kind':'MERGER','day':'2024-03-01','with':['" + nobody + "'],'into':[{'code':'" + fresh() + "'}]").statusCode(404);
        post("/" + id + "/retractions", "{'entry':'" + others + "','source':'s','reason':'r'}").then().statusCode(404);
        post("/" + id + "/names", "{'name':'n','source':'s','retracts':'" + get(id).extract().path("codes[0].entry") + "'}").then().statusCode(404);
        get(id).body("events", empty()).body("names", empty());
    }

    @Test
    @DisplayName("代码同一天已属于另一单位：409 指出那个单位；不同的日子可以")
    void taken() {
        CreditCode code = fresh();
        String first = found(code, ",'validFrom':'2020-01-01'").path("id");
        String second = founded(fresh());
        found(code, "").then().statusCode(409).body("code", equalTo("CONFLICT")).body("detail", containsString(first));
        post("/" + second + "/codes", "{'code':'" + code + "','source':'s','validFrom':'2019-01-01','validUntil':'2020-01-01'}").then().statusCode(409)
                .body("detail", containsString(first));
        post("/" + first + "/codes", "{'code':'" + code + "','source':'s'}").then().statusCode(409).body("detail", containsString("retracts"));
        post("/" + second + "/codes", "{'code':'" + code + "','source':'s','validFrom':'2019-01-01','validUntil':'2019-12-31'}").then().statusCode(201);
        search(code.text()).body("subjects.id", equalTo(List.of(first, second)));
        event(second, "'kind':'RENAME','day':'2021-01-01','code':'" + code + "'").statusCode(409).body("detail", containsString(first));
    }

    @Test
    @DisplayName("更名后的代码先已另立为单位：登记更名后两者同一，撤回更名又分开")
    void foundBeforeTheRenaming() {
        CreditCode newCode = fresh();
        String imported = founded(newCode);
        String id = founded(fresh());
        ValidatableResponse renamed = event(id, "'kind':'RENAME','day':'2024-03-01','code':'" + newCode + "'").statusCode(201);
        get(imported).body("lineage.same", containsInAnyOrder(id, imported));
        get(id).body("lineage.same", containsInAnyOrder(id, imported)).body("codes[0].validUntil", equalTo("2024-02-29"));
        post("/" + imported + "/retractions", "{'entry':'" + renamed.extract().path("events[0].entry") + "','source':'核对','reason':'另一单位'}").then()
                .statusCode(201).body("events", empty());
        get(id).body("lineage.same", equalTo(List.of(id))).body("codes.validUntil", equalTo(Arrays.asList((Object) null)));
    }

    @Test
    @DisplayName("更正取代有误的条目；更正之前的时刻所知，照旧看得见")
    void corrected() throws Exception {
        CreditCode wrong = fresh();
        CreditCode right = fresh();
        ValidatableResponse entered = found(wrong, ",'name':'甲圆'").then();
        String id = entered.extract().path("id");
        String before = entered.extract().path("codes[0].recordedAt");
        Thread.sleep(5);
        post("/" + id + "/codes", "{'code':'" + right + "','source':'执照','retracts':'" + entered.extract().path("codes[0].entry") + "'}").then()
                .statusCode(201).body("codes.code", equalTo(List.of(right.text())));
        post("/" + id + "/names", "{'name':'甲园','source':'执照','retracts':'" + entered.extract().path("names[0].entry") + "'}").then()
                .statusCode(201).body("names.name", equalTo(List.of("甲园")));
        search(wrong.text()).body("subjects", empty());
        held().queryParam("knownAt", before).get("/v1/subjects/" + id).then().statusCode(200).body("codes.code", equalTo(List.of(wrong.text())))
                .body("names.name", equalTo(List.of("甲圆")));
        held().queryParam("code", wrong.text()).queryParam("knownAt", before).get("/v1/subjects").then().body("subjects.id", equalTo(List.of(id)));
        held().queryParam("knownAt", "2020-01-01T00:00:00Z").get("/v1/subjects/" + id).then().statusCode(404);
        post("/" + id + "/codes", "{'code':'" + wrong + "','source':'执照','retracts':'" + entered.extract().path("codes[0].entry") + "'}").then()
                .statusCode(409).body("code", equalTo("CONFLICT"));
        assertEquals(201, found(wrong, "").statusCode());
    }

    @Test
    @DisplayName("合并、分立：新单位随事件而立；撤回后不再算；后来的事件先撤回")
    void events() {
        CreditCode merged = fresh();
        String a = founded(fresh());
        String b = founded(fresh());
        event(a, "'kind':'MERGER','day':'2020-01-01','with':['" + b + "'],'into':[{'code':'" + merged + "','name':'合'}]").statusCode(201)
                .body("events[0].before", containsInAnyOrder(a, b));
        String m = search(merged.text()).body("subjects[0].names[0].name", equalTo("合")).body("subjects[0].codes[0].validFrom", equalTo("2020-01-01"))
                .extract().path("subjects[0].id");
        get(m).body("lineage.same", containsInAnyOrder(a, b, m));
        held().queryParam("day", "2019-12-31").get("/v1/subjects/" + m).then().body("lineage.same", equalTo(List.of(m)));
        event(m, "'kind':'SPLIT','day':'2022-01-01','into':[{'subject':'" + m + "'},{'code':'" + fresh() + "'}]").statusCode(201);
        get(m).body("lineage.same", containsInAnyOrder(a, b, m)).body("lineage.uncertain", hasSize(1));
        String merger = get(a).extract().path("events[0].entry");
        post("/" + b + "/retractions", "{'entry':'" + merger + "','source':'核对','reason':'未合并'}").then().statusCode(201).body("events", empty());
        get(m).body("lineage.same", equalTo(List.of(m))).body("codes", empty()).body("events.kind", equalTo(List.of("SPLIT")));
        post("/" + b + "/retractions", "{'entry':'" + merger + "','source':'核对','reason':'未合并'}").then().statusCode(409);
    }

    @Test
    @DisplayName("更名之上又更名：先撤回后来的")
    void laterRenamingFirst() {
        CreditCode code = fresh();
        String id = found(code, ",'validFrom':'2010-01-01'").path("id");
        String first = event(id, "'kind':'RENAME','day':'2020-01-01','code':'" + fresh() + "'").extract().path("events[0].entry");
        String second = event(id, "'kind':'RENAME','day':'2022-01-01','code':'" + fresh() + "'").extract().path("events[0].entry");
        String retraction = "{'entry':'%s','source':'核对','reason':'没有更名'}";
        post("/" + id + "/retractions", retraction.formatted(first)).then().statusCode(409).body("detail", containsString(second));
        post("/" + id + "/retractions", retraction.formatted(second)).then().statusCode(201).body("codes", hasSize(2));
        post("/" + id + "/retractions", retraction.formatted(first)).then().statusCode(201).body("codes.code", equalTo(List.of(code.text())))
                .body("codes[0].validUntil", nullValue());
    }

    @Test
    @DisplayName("与已登记的事件不符的，409")
    void atOdds() {
        String a = founded(fresh());
        String b = founded(fresh());
        event(a, "'kind':'MERGER','day':'2020-01-01','into':[{'subject':'" + a + "'}]").statusCode(409);
        event(a, "'kind':'SPLIT','day':'2020-01-01','into':[{'subject':'" + a + "'}]").statusCode(409);
        event(a, "'kind':'MERGER','day':'2020-01-01','into':[{'subject':'" + b + "'}]").statusCode(201);
        event(a, "'kind':'MERGER','day':'2020-01-01','into':[{'subject':'" + b + "'}]").statusCode(409);
        event(a, "'kind':'RENAME','day':'2021-01-01','name':'n'").statusCode(409).body("detail", containsString("2020-01-01"));
        event(b, "'kind':'MERGER','day':'2021-01-01','into':[{'subject':'" + a + "'}]").statusCode(409);
        event(b, "'kind':'MERGER','day':'2019-01-01','into':[{'code':'" + fresh() + "'}]").statusCode(409);
        get(a).body("events", hasSize(1));
    }

    @Test
    @DisplayName("同一幂等键：同一请求得到同样的答复，只做一次；换了请求或地址，422；同时发来的也只做一次")
    void idempotent() {
        String key = UUID.randomUUID().toString();
        String body = "{\"code\":\"" + fresh() + "\",\"source\":\"s\"}";
        RequestSpecification request = held().header("Idempotency-Key", key).body(body);
        List<CompletableFuture<Response>> sent = IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(() ->
                held().header("Idempotency-Key", key).body(body).post("/v1/subjects"))).toList();
        Response first = request.post("/v1/subjects");
        assertEquals(201, first.statusCode(), first.asString());
        Set<String> answers = new HashSet<>(Set.of(first.asString() + first.header("Location")));
        sent.forEach(one -> answers.add(one.join().asString() + one.join().header("Location")));
        assertEquals(1, answers.size());
        held().header("Idempotency-Key", key).body(body.replace("\"s\"", "\"t\"")).post("/v1/subjects").then().statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
        String id = first.path("id");
        String name = "{\"name\":\"甲\",\"source\":\"s\"}";
        byte[] named = held().header("Idempotency-Key", key + "n").body(name).post("/v1/subjects/" + id + "/names").asByteArray();
        assertArrayEquals(named, held().header("Idempotency-Key", key + "n").body(name).post("/v1/subjects/" + id + "/names").asByteArray());
        held().header("Idempotency-Key", key + "n").body(name).post("/v1/subjects/" + founded(fresh()) + "/names").then().statusCode(422);
        get(id).body("names", hasSize(1));
        held().header("Idempotency-Key", "a b").body(name).post("/v1/subjects/" + id + "/names").then().statusCode(400).body("code", equalTo("BAD_REQUEST"));
    }

    @Test
    @DisplayName("被拒绝的请求不占用幂等键")
    void refusedLeavesTheKeyFree() {
        String key = UUID.randomUUID().toString();
        CreditCode code = fresh();
        founded(code);
        held().header("Idempotency-Key", key).body("{\"code\":\"" + code + "\",\"source\":\"s\"}").post("/v1/subjects").then().statusCode(409);
        held().header("Idempotency-Key", key).body("{\"code\":\"" + fresh() + "\",\"source\":\"s\"}").post("/v1/subjects").then().statusCode(201)
                .body("codes.code", not(hasItem(code.text())));
    }
}
