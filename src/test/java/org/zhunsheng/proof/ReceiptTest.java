package org.zhunsheng.proof;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.identity.LocalUsers;

@QuarkusTest
@DisplayName("凭证：一个决定，一个文件，离线核验")
class ReceiptTest {

    private static final String QUESTION = """
            {"question":"SUPPORT","policy":"jkf_2022_9","direction":"OVERSEAS_PARK","facts":{"application":{"submittedOn":"2023-04-20"}}%s}""";

    @TempDir
    Path folder;

    private static RequestSpecification held() {
        return given().filter(new HeldToContract()).contentType("application/json");
    }

    private static String decided(String members) {
        return held().body(QUESTION.formatted(members)).post("/v1/evaluations").then().statusCode(201).extract().path("id");
    }

    private static Response receipt(String id, Object... parameters) {
        RequestSpecification request = held();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i].toString(), parameters[i + 1]);
        }
        return request.get("/v1/evaluations/" + id + "/receipt");
    }

    @Test
    @DisplayName("刚作出的决定就有凭证，凭证自己站得住")
    void verifies() throws IOException {
        String older = held().get("/v1/log/checkpoint").then().statusCode(200).extract().asString();
        String id = decided("");
        byte[] receipt = receipt(id).then().statusCode(200).extract().asByteArray();
        assertEquals(0, verify(receipt, "--keys", keys()));

        long size = Checkpoint.read(SignedNote.read(older).text()).size();
        byte[] since = receipt(id, "since", size).then().statusCode(200).extract().asByteArray();
        assertEquals(0, verify(since, "--keys", keys(), "--checkpoint", file("older", older.getBytes(StandardCharsets.UTF_8))));
        assertEquals(2, verify(receipt, "--keys", keys(), "--checkpoint", file("older", older.getBytes(StandardCharsets.UTF_8))));
        assertEquals(1, verify(new String(receipt, StandardCharsets.UTF_8).replaceFirst("INELIGIBLE|INSUFFICIENT_FACTS", "ELIGIBLE").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("谁判断、为何，可以从凭证里拿掉，凭证照样核验")
    void redacted() throws IOException {
        String id = decided("""
                ,"judgements":{"jkf_2022_9/6.2.2":{"value":true,"by":"欧阳某","on":"2023-04-20","reason":"现场核查"}}""");
        String whole = receipt(id).then().statusCode(200).extract().asString();
        assertTrue(whole.contains("欧阳某"));
        String redacted = receipt(id, "redacted", true).then().statusCode(200).extract().asString();
        assertFalse(redacted.contains("欧阳某") || redacted.contains("现场核查"));
        assertEquals(0, verify(whole.getBytes(StandardCharsets.UTF_8), "--keys", keys()));
        assertEquals(0, verify(redacted.getBytes(StandardCharsets.UTF_8), "--keys", keys()));
        assertEquals(1, verify(whole.replace("欧阳某", "欧阴某").getBytes(StandardCharsets.UTF_8), "--keys", keys()));
    }

    @Test
    @DisplayName("证明接口与检查点相符")
    void proofs() {
        decided("");
        Checkpoint newest = Checkpoint.read(SignedNote.read(held().get("/v1/log/checkpoint").then().statusCode(200).extract().asString()).text());
        long size = newest.size();
        held().get("/v1/log/checkpoint?size=" + size).then().statusCode(200);
        held().get("/v1/log/proofs/inclusion?leaf=0&size=" + size).then().statusCode(200).body("size", equalTo((int) size));
        List<String> proof = held().get("/v1/log/proofs/consistency?from=1&to=" + size).then().statusCode(200).extract().path("proof.sm3");
        List<byte[]> hashes = proof.stream().map(Base64.getDecoder()::decode).toList();
        List<String> first = held().get("/v1/log/proofs/inclusion?leaf=0&size=1").then().statusCode(200).extract().path("proof.sm3");
        assertEquals(List.of(), first);
        assertTrue(size == 1 || !hashes.isEmpty());
        held().get("/v1/log/proofs/inclusion?leaf=5&size=5").then().statusCode(400);
        held().get("/v1/log/proofs/inclusion?leaf=x&size=5").then().statusCode(400);
        held().get("/v1/log/proofs/inclusion?leaf=0&size=" + (size + 1_000_000)).then().statusCode(404);
        held().get("/v1/log/checkpoint?size=999999999").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    @DisplayName("不存在的、别的系统的决定：404")
    void unknown() {
        receipt("019a0000-0000-7000-8000-000000000000").then().statusCode(404);
        held().header("Authorization", LocalUsers.bearer("auditor")).get("/v1/evaluations/" + decided("") + "/receipt").then().statusCode(200);
        held().header("Authorization", LocalUsers.bearer("system-2")).get("/v1/evaluations/" + decided("") + "/receipt").then().statusCode(404);
    }

    private String keys() throws IOException {
        return file("keys", held().get("/v1/log/keys").then().statusCode(200).extract().asByteArray());
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private int verify(byte[] receipt, String... options) throws IOException {
        String[] words = new String[options.length + 2];
        words[0] = "verify";
        words[1] = file("receipt", receipt);
        System.arraycopy(options, 0, words, 2, options.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = VerifyCommand.run(new PrintStream(out, true, StandardCharsets.UTF_8), words);
        return exit;
    }
}
