package org.zhunsheng.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhunsheng.identity.LocalIssuer;

/**
 * Decisions over HTTP at 32 connections on loopback, without and with a record, beside an endpoint that only parses and returns JSON of
 * the same size; and the explanation of a recorded decision as JSON beside recording it. Runs only when asked for by name; caller and service share the machine, so only the ratios mean anything.
 */
@QuarkusTest
@TestProfile(HttpBenchmark.Profile.class)
class HttpBenchmark {

    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    private static final int SECONDS = 4;

    public static final class Profile implements QuarkusTestProfile {

        @Override
        public String getConfigProfile() {
            return "benchmark";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("zhunsheng.data", "target/benchmark-data", "quarkus.http.test-port", "0");
        }
    }

    @TestHTTPResource
    URL service;

    @Test
    void answersPerSecond() throws Exception {
        byte[] simulated = DecisionBenchmark.eligible("OVERSEAS_PARK");
        byte[] recorded = new String(simulated, StandardCharsets.UTF_8).replace("\"simulate\":true", "\"simulate\":false")
                .getBytes(StandardCharsets.UTF_8);
        String token = LocalIssuer.in(Path.of("target/benchmark-data")).token("system");
        Load load = new Load(service.getPort(), token, CONNECTIONS);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> explained = new ArrayList<>();
        String explanation = "/v1/evaluations/" + recorded(recorded, token) + "/explanation";
        for (int round = 0; round < ROUNDS; round++) {
            double echo = load.answersPerSecond("/echo", simulated, SECONDS);
            double decided = load.answersPerSecond("/v1/evaluations", simulated, SECONDS);
            double kept = load.answersPerSecond("/v1/evaluations", recorded, SECONDS);
            double told = load.readsPerSecond(explanation, SECONDS);
            System.out.printf("round %d: echo %.0f/s, decided %.0f/s (%.2f), decided and recorded %.0f/s (%.2f), explained %.0f/s%n", round + 1, echo,
                    decided, decided / echo, kept, kept / echo, told);
            if (round > 1) {
                without.add(decided / echo);
                with.add(kept / echo);
                explained.add(kept / told);
            }
        }
        Collections.sort(without);
        Collections.sort(with);
        Collections.sort(explained);
        System.out.printf("median of the last %d rounds: %.2f × echo without record, %.2f × echo with record%n", without.size(),
                without.get(without.size() / 2), with.get(with.size() / 2));
    }

    /** The id of a decision recorded now. */
    private String recorded(byte[] request, String token) throws Exception {
        byte[] answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(service + "v1/evaluations")).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
        return new ObjectMapper().readTree(answer).required("id").asText();
    }
}
