package org.zhunsheng.wire;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.NonBlocking;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.FactModel;

@QuarkusTest
@DisplayName("HTTP 层的每一种错误都是问题详情")
class HttpTest {

    @PermitAll
    @Path("/test-only")
    public static class Echo {

        @POST
        @Consumes("application/json")
        @Produces("application/json")
        public byte[] echo(byte[] body) {
            return Requests.WRITER.canonical(Requests.READER.read(body));
        }

        @POST
        @Path("at-once")
        @NonBlocking
        @Consumes("application/json")
        @Produces("application/json")
        public byte[] atOnce(byte[] body) {
            return echo(body);
        }

        @GET
        @Path("accident")
        @Produces("application/json")
        public String accident() {
            throw new IllegalStateException("password=secret");
        }

        @POST
        @Path("bound")
        @Consumes("application/json")
        public String bound(Map<String, Integer> body) {
            return "ok";
        }
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status).contentType(Problem.MEDIA_TYPE).body("code", equalTo(code)).body("status", equalTo(status))
                .body("type", equalTo("urn:zhunsheng:problem:" + code)).body("title", not(nullValue())).body("detail", not(nullValue()));
    }

    @Test
    @DisplayName("读入并规范地写回")
    void echoes() {
        given().contentType(ContentType.JSON).body(Requests.bytes(Requests.PARK)).post("/test-only").then().statusCode(200)
                .body(equalTo(Requests.canonical(Requests.read(Requests.PARK))));
    }

    @Test
    @DisplayName("请求有误：中文或英文，逐处指出")
    void refusesARequest() {
        byte[] body = Requests.bytes(Requests.facts("'park':{'siteAreaM2':-1,'areaM2':2}"));
        problem(given().contentType(ContentType.JSON).body(body).post("/test-only").then(), 400, "OUT_OF_RANGE").body("errors", hasSize(2))
                .body("errors[1].pointer", equalTo("/facts/park/areaM2")).body("title", equalTo("数值超出范围")).header("Content-Language", "zh-CN");
        problem(given().contentType(ContentType.JSON).header("Accept-Language", "en-GB").body(body).post("/test-only").then(), 400, "OUT_OF_RANGE")
                .body("title", equalTo("Out of range")).header("Content-Language", "en");
        problem(given().contentType(ContentType.JSON).post("/test-only").then(), 400, "EMPTY_BODY");
    }

    @Test
    @DisplayName("没有的路径、不支持的方法、格式")
    void refusesWhatTheFrameworkRefuses() {
        problem(given().get("/nowhere").then(), 404, "NOT_FOUND");
        problem(given().get("/v1/nowhere/at/all?x=1").then(), 404, "NOT_FOUND");
        problem(given().header("Accept", "text/html").get("/nowhere").then(), 404, "NOT_FOUND");
        problem(given().delete("/v1/facts").then(), 405, "METHOD_NOT_ALLOWED");
        problem(given().accept("image/png").get("/v1/facts").then(), 406, "NOT_ACCEPTABLE");
        problem(given().contentType("text/plain").body("x").post("/test-only").then(), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(given().contentType(ContentType.JSON).body("{\"a\":\"x\"}").post("/test-only/bound").then(), 400, "BAD_REQUEST");
        problem(given().contentType(ContentType.JSON).body("{").post("/test-only/bound").then(), 400, "BAD_REQUEST");
    }

    @Test
    @DisplayName("过大的请求体都被拒绝，声明了长度的附问题详情")
    void refusesLargeBodies() throws IOException {
        byte[] large = new byte[FactReader.LARGEST_BODY + 1];
        Arrays.fill(large, (byte) ' ');
        problem(given().contentType(ContentType.JSON).body(large).post("/test-only").then(), 413, "BODY_TOO_LARGE");
        for (String path : List.of("/test-only", "/test-only/at-once")) {
            String answer = sendInPieces(path, large);
            Assertions.assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        }
    }

    /** Without saying how long it will be. */
    private static String sendInPieces(String path, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                    + Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @DisplayName("意外：不外泄细节，只给编号")
    void hidesAccidents() {
        problem(given().get("/test-only/accident").then(), 500, "INTERNAL").body("instance", startsWith("urn:uuid:"))
                .body(not(containsString("secret")));
    }

    @Test
    @DisplayName("GET /v1/facts 列出每个事实")
    void listsFacts() {
        given().get("/v1/facts").then().statusCode(200).contentType(ContentType.JSON)
                .body("path", hasItems(Requests.CATALOGUE.facts().stream().map(FactModel::path).toArray()));
    }
}
