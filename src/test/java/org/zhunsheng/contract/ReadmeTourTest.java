package org.zhunsheng.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.identity.LocalUsers;
import org.zhunsheng.imports.HandedIn;

/** Walks the README's tour: sends what its commands send, in their order, and holds the answers against what the README shows of them. */
@QuarkusTest
@DisplayName("README 的导览")
class ReadmeTourTest {

    private static final Pattern STEP = Pattern.compile("```(sh|json) tour\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("['\"]([^']*?)['\"](?=\\s|$)|(\\S+)");

    @Test
    @DisplayName("每条命令都得到所写的答复")
    void walk() throws IOException {
        Matcher step = STEP.matcher(Files.readString(Path.of("README.md")));
        Map<String, byte[]> answers = new HashMap<>();
        String id = null;
        String award = null;
        Response last = null;
        Map<String, String> headers = Map.of();
        int compared = 0;
        while (step.find()) {
            if (step.group(1).equals("json")) {
                assertEquals(List.of(), Shown.missing(Contract.JSON.readTree(step.group(2)), Contract.JSON.readTree(last.asByteArray())), last.asString());
                compared++;
                continue;
            }
            if (!step.group(2).startsWith("curl")) {
                headers = headers(step.group(2));
                continue;
            }
            last = send(step.group(2).replace("$ID", String.valueOf(id)).replace("$AWARD", String.valueOf(award)), headers);
            assertTrue(last.statusCode() < 300, last.asString());
            if (last.statusCode() == 202) {
                HandedIn.ended(last.<String>path("id"));
            } else if (step.group(2).contains("/v1/awards")) {
                award = last.path("award");
            } else if (last.statusCode() == 201) {
                id = last.path("id");
                answers.put("/v1/evaluations/" + id, last.asByteArray());
            } else if (step.group(2).startsWith("curl -s localhost:8080/v1/evaluations/$ID ")) {
                assertArrayEquals(answers.get("/v1/evaluations/" + id), last.asByteArray(), "取回的字节与当初不同");
                compared++;
            }
        }
        assertEquals(19, compared, "导览应有：评定、条款、取回、重算、说明、怎样更好、改判、判断一览、口径、试算、期限、录入通知、依通知试算、查重、保留、确认、导入名单、问登记册、疑似重复");
    }

    /** The function the README defines prints a header with a token; what it is assigned to is looked for here. */
    private static Map<String, String> headers(String shell) {
        assertTrue(shell.contains("java -jar target/quarkus-app/quarkus-run.jar token $1"), shell);
        Map<String, String> headers = new HashMap<>();
        for (Matcher one = Pattern.compile("(\\w+)=\\$\\(as ([\\w-]+)\\)").matcher(shell); one.find();) {
            headers.put(one.group(1), "Authorization: " + LocalUsers.bearer(one.group(2)));
        }
        return headers;
    }

    /** The options of curl that the tour uses; another one fails here before it misleads a reader. */
    private static Response send(String command, Map<String, String> headers) {
        String authorization = AsListedRole.NOBODY;
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find();) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        assertEquals("curl", words.remove(0));
        RequestSpecification request = given().urlEncodingEnabled(false).filter(new HeldToContract());
        String method = null;
        String path = null;
        while (!words.isEmpty()) {
            String word = words.remove(0);
            switch (word) {
                case "-s" -> { }
                case "-X" -> method = words.remove(0);
                case "-H" -> {
                    String header = words.remove(0);
                    if (header.startsWith("$")) {
                        authorization = headers.get(header.substring(1)).split(": ")[1];
                    } else {
                        request.header(header.split(": ")[0], header.split(": ")[1]);
                    }
                }
                case "-d", "--data-binary" -> {
                    request.body(words.remove(0).getBytes(UTF_8));
                    method = method == null ? "POST" : method;
                }
                default -> {
                    assertTrue(word.startsWith("localhost:8080/"), word);
                    path = word.substring("localhost:8080".length());
                }
            }
        }
        request.header("Authorization", authorization);
        return request.request(method == null ? "GET" : method, path);
    }
}
