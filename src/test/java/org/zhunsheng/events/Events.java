package org.zhunsheng.events;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.fail;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.duplication.Unit;

/** What tests of events say and ask: awards, checks, and the feed as a caller follows it. */
final class Events {

    private Events() {
    }

    static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    static ValidatableResponse post(String path, String json, Object... values) {
        return held().urlEncodingEnabled(!path.contains(":")).body(json.formatted(values).replace('\'', '"')).post(path).then();
    }

    static String paid(String unit, String content, String decidedOn) {
        return post("/v1/awards", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','contentKey':'%s','funderLevel':'MUNICIPAL','form':'MONEY',
                 'amountYuan':1000000,'state':'PAID','decidedOn':'%s','source':'年度决算'}""", unit, content, decidedOn)
                .statusCode(201).extract().path("award");
    }

    static String check(String unit, String content, String day) {
        return post("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'%s','day':'%s'}", unit, content, day)
                .statusCode(201).extract().path("id");
    }

    /** The end of the feed as it is now. */
    static long end() {
        long after = 0;
        for (JsonPath page = page(after);; page = page(after)) {
            if (page.getList("events").isEmpty()) {
                return after;
            }
            after = page.getLong("next");
        }
    }

    private static JsonPath page(long after) {
        return held().get("/v1/events?limit=1000&after=" + after).then().statusCode(200).extract().jsonPath();
    }

    /** Follows the feed until there are so many events of the decision. */
    static List<Map<String, Object>> of(String decision, long after, int wanted) throws InterruptedException {
        List<Map<String, Object>> found = new ArrayList<>();
        for (int look = 0; look < 100; look++) {
            JsonPath page = page(after);
            for (Map<String, Object> event : page.<Map<String, Object>>getList("events")) {
                if (event.get("decision").equals(decision)) {
                    found.add(event);
                }
            }
            if (found.size() >= wanted) {
                return found;
            }
            after = page.getLong("next");
            Thread.sleep(100);
        }
        return fail("没有等到 " + wanted + " 个事件，只有 " + found);
    }

    /** When this is told, everything told before has been followed up: facts are taken in their order. */
    static void settled(long after) throws InterruptedException {
        String unit = Unit.code();
        String last = check(unit, Unit.content(), "2024-06-30");
        paid(unit, Unit.content(), "2023-05-30");
        of(last, after, 1);
    }
}
