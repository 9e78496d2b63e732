package org.zhunsheng.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.contract.HeldToContract;

/** Hands files in as a person would, and waits for what becomes of them. */
public final class HandedIn {

    public static final String CSV = "text/csv";

    private HandedIn() {
    }

    public static RequestSpecification held() {
        return given().filter(new HeldToContract()).config(RestAssuredConfig.config().encoderConfig(EncoderConfig.encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)));
    }

    public static Response post(Map<String, ?> query, String type, byte[] file) {
        return held().queryParams(query).contentType(type).body(file).post("/v1/imports");
    }

    public static Response ended(Map<String, ?> query, String csv) {
        return ended(query, CSV, csv.getBytes(UTF_8));
    }

    public static Response ended(Map<String, ?> query, String type, byte[] file) {
        Response handed = post(query, type, file);
        assertEquals(202, handed.statusCode(), handed.asString());
        return ended(handed.path("id"));
    }

    public static Response ended(String id) {
        long end = System.nanoTime() + 60_000_000_000L;
        Response now = held().get("/v1/imports/" + id);
        while (Set.of("WAITING", "RUNNING").contains(now.<String>path("state"))) {
            assertTrue(System.nanoTime() < end, now.asString());
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            now = held().get("/v1/imports/" + id);
        }
        return now;
    }
}
