package org.zhunsheng.judgement;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.zhunsheng.judgement.Park.OPERATES_WELL;
import static org.zhunsheng.judgement.Park.SERVES_BEIJING;
import static org.zhunsheng.judgement.Park.applied;
import static org.zhunsheng.judgement.Park.body;
import static org.zhunsheng.judgement.Park.held;
import static org.zhunsheng.judgement.Park.judged;
import static org.zhunsheng.judgement.Park.judgement;
import static org.zhunsheng.judgement.Park.judgements;
import static org.zhunsheng.judgement.Park.leavesOut;
import static org.zhunsheng.judgement.Park.outcome;
import static org.zhunsheng.judgement.Park.supersedes;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("判断得到新的决定，谁的判断都不被改写")
class JudgementTest {

    @Test
    @DisplayName("新决定写明所据的决定和判断，可取回、可重算；原决定一个字节也不变")
    void leadsToADecision() {
        String first = applied();
        byte[] before = held().get("/v1/evaluations/" + first).asByteArray();
        Response answer = judged(first, SERVES_BEIJING, false);
        String second = answer.path("id");
        answer.then().statusCode(201).header("Location", endsWith("/v1/evaluations/" + second)).body("follows.decision", equalTo(first))
                .body("core.decisions[0].outcome", equalTo("INELIGIBLE")).body("core.asOf", equalTo("2023-03-15"))
                .body("core.request.judgements.'jkf_2022_9/6.2.3'.reason", equalTo("现场核查"));
        assertArrayEquals(answer.asByteArray(), held().get("/v1/evaluations/" + second).asByteArray());
        held().post("/v1/evaluations/" + second + "/replay").then().body("same", equalTo(true));
        assertArrayEquals(before, held().get("/v1/evaluations/" + first).asByteArray());
        held().get("/v1/judgements/" + judgement(answer)).then().statusCode(200).body("decision", equalTo(first)).body("followedBy", equalTo(second))
                .body("value", equalTo(false)).body("by", equalTo("专家组")).body("on", equalTo("2023-04-20"))
                .body("time", equalTo(answer.path("time"))).body("supersededBy", nullValue());
    }

    @Test
    @DisplayName("一案的判断接连作出，写哪个决定的编号都看得到全部")
    void chains() {
        String first = applied();
        assertEquals(List.of(), judgements(first).path(""));
        Response second = judged(first, OPERATES_WELL, true);
        Response third = judged(second.path("id"), SERVES_BEIJING, true);
        assertEquals(List.of("NEEDS_JUDGEMENT", "ELIGIBLE"), List.of(outcome(second), outcome(third)));
        for (String id : List.of(first, second.<String>path("id"), third.<String>path("id"))) {
            assertEquals(List.of(judgement(second), judgement(third)), judgements(id).path("id"));
        }
    }

    @Test
    @DisplayName("同一判断点再判，后一个取代前一个；写较早的决定也可以，并说明取代了哪些")
    void supersede() {
        String first = applied();
        Response one = judged(first, OPERATES_WELL, true);
        Response other = judged(one.path("id"), SERVES_BEIJING, true);
        Response two = judged(other.path("id"), OPERATES_WELL, false);
        Response three = judged(first, OPERATES_WELL, true);
        assertEquals(List.of("NEEDS_JUDGEMENT", "ELIGIBLE", "INELIGIBLE", "NEEDS_JUDGEMENT"),
                List.of(outcome(one), outcome(other), outcome(two), outcome(three)));
        assertEquals(List.of(), supersedes(one));
        assertEquals(List.of(), supersedes(other));
        assertEquals(List.of(judgement(one)), supersedes(two));
        assertEquals(List.of(judgement(one), judgement(two)), supersedes(three));
        assertEquals(List.of(List.of(), List.of(), List.of(), List.of(judgement(other))),
                List.of(leavesOut(one), leavesOut(other), leavesOut(two), leavesOut(three)));
        Response all = judgements(two.path("id"));
        assertEquals(List.of(judgement(one), judgement(other), judgement(two), judgement(three)), all.path("id"));
        assertEquals(judgement(two), all.path("[0].supersededBy"));
        assertNull(all.path("[1].supersededBy"));
        assertEquals(judgement(three), all.path("[2].supersededBy"));
        assertEquals(supersedes(three), all.path("[3].supersedes"));
        held().get("/v1/judgements/" + judgement(one)).then().body("value", equalTo(true)).body("supersededBy", equalTo(judgement(two)));
    }

    @Test
    @DisplayName("两个人各判同一决定的一个判断点：后一个的决定不含前一个的判断，并说明；接着它再判一次，就都有了")
    void forks() {
        String first = applied();
        Response one = judged(first, OPERATES_WELL, true);
        Response two = judged(first, SERVES_BEIJING, true);
        assertEquals(List.of(judgement(one)), leavesOut(two));
        assertEquals("NEEDS_JUDGEMENT", outcome(two));
        Response both = judged(two.path("id"), OPERATES_WELL, true);
        assertEquals("ELIGIBLE", outcome(both));
        assertEquals(List.of(judgement(one)), supersedes(both));
        assertEquals(List.of(), leavesOut(both));
    }

    @Test
    @DisplayName("别的案子上的同一判断点互不相干")
    void casesAreApart() {
        judged(applied(), OPERATES_WELL, true);
        assertEquals(List.of(), supersedes(judged(applied(), OPERATES_WELL, false)));
    }

    @Test
    @DisplayName("是否同一内容也由人判断，认定优先于填报方的说法")
    void sameContent() {
        Response answer = judged(applied(), "jkf_2022_9/17.s1.a#content", true);
        answer.then().statusCode(201).body("core.decisions[0].outcome", equalTo("INELIGIBLE"));
        assertEquals(List.of("17", "17.s1", "17.s1.a"), answer.<List<String>>path("core.decisions[0].decidedBy"));
    }

    @Test
    @DisplayName("许多人同时判断同一点：都记下，排成一列，每一个恰好取代在它之前的")
    void concurrently() throws Exception {
        String first = applied();
        int many = 12;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(many);
        List<Future<Response>> answers = new ArrayList<>();
        IntStream.range(0, many).forEach(i -> answers.add(callers.submit(() -> {
            start.await();
            return judged(first, OPERATES_WELL, i % 2 == 0);
        })));
        start.countDown();
        Map<String, List<String>> supersedes = new HashMap<>();
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode());
            supersedes.put(judgement(answer.get()), supersedes(answer.get()));
        }
        callers.shutdown();
        List<String> inOrder = judgements(first).path("id");
        List<String> next = judgements(first).path("supersededBy");
        assertEquals(many, inOrder.size());
        for (int i = 0; i < many; i++) {
            assertEquals(inOrder.subList(0, i), supersedes.get(inOrder.get(i)));
            assertEquals(i + 1 < many ? inOrder.get(i + 1) : null, next.get(i));
        }
    }

    @Test
    @DisplayName("同一幂等键：重发得到第一次的答复，只记一个判断；换了判断 422")
    void idempotency() {
        String first = applied();
        String key = UUID.randomUUID().toString();
        Response one = held().header("Idempotency-Key", key).body(body(first, OPERATES_WELL, true)).post("/v1/judgements");
        Response again = held().header("Idempotency-Key", key).body(body(first, OPERATES_WELL, true)).post("/v1/judgements");
        assertEquals(List.of(201, 201), List.of(one.statusCode(), again.statusCode()));
        assertArrayEquals(one.asByteArray(), again.asByteArray());
        assertEquals(List.of(judgement(one)), judgements(first).path("id"));
        held().header("Idempotency-Key", key).body(body(first, OPERATES_WELL, false)).post("/v1/judgements").then().statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_CONFLICT"));
        held().header("Idempotency-Key", "two words").body(body(first, OPERATES_WELL, true)).post("/v1/judgements").then().statusCode(400);
        assertEquals(1, judgements(first).<List<String>>path("id").size());
    }
}
