package org.zhunsheng.duplication;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.ThreadLocalRandom;
import org.zhunsheng.contract.HeldToContract;

/** Awards and checks with titles that no earlier run has used: what the ledger took stays, and is found. */
public final class Titled {

    private static final int FIRST = 0x4e00;
    private static final int MANY = 0x4000;

    private Titled() {
    }

    static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    /** Six characters that stand beside each other nowhere else, of those that have one form only. */
    public static String topic() {
        StringBuilder topic = new StringBuilder();
        while (topic.length() < 6) {
            char character = (char) (FIRST + ThreadLocalRandom.current().nextInt(MANY));
            if (new com.ibm.icu.text.UnicodeSet("[:Unified_Ideograph:]").contains(character)) {
                topic.append(character);
            }
        }
        return topic.toString();
    }

    static String award(String unit, String title, String content) {
        return award(unit, "MUNICIPAL", title, null, content);
    }

    /** Of the measure itself where it is the city's money, of another document where it is not. */
    static String award(String unit, String level, String title, String summary, String content) {
        String policy = level.equals("MUNICIPAL") ? "jkf_2022_9','direction':'OVERSEAS_PARK" : "另一文件";
        return AwardTest.post("/v1/awards", """
                {'unitCode':'%s','policy':'%s','contentKey':'%s','funderLevel':'%s','form':'MONEY','state':'PAID','decidedOn':'2023-05-30',
                 'source':'决算','title':'%s'%s}""", unit, policy, content, level, title, summary == null ? "" : ",'abstract':'" + summary + "'")
                .then().statusCode(201).extract().path("award");
    }

    static void correct(String unit, String award, String title) {
        AwardTest.post("/v1/awards/" + award + "/corrections", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','funderLevel':'MUNICIPAL','form':'MONEY','state':'PAID',
                 'contentKey':'K-X','decidedOn':'2023-05-30','source':'决算','title':'%s','reason':'题目抄错'}""", unit, title).then().statusCode(201);
    }

    /** Years later, so that no window is open any more. */
    static Response check(String unit, String title, String content, String more) {
        return AwardTest.post("/v1/duplication-checks", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','contentKey':'%s','day':'2030-01-01','title':'%s'%s}""",
                unit, content, title, more);
    }
}
