package org.zhunsheng.benchmarks;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
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
 * the same size. Runs only when asked for by name; caller and service share the machine, so only the ratios mean anything.
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
        Load load = new Load(service.getPort(), LocalIssuer.in(Path.of("target/benchmark-data")).token("system"), CONNECTIONS);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double echo = load.answersPerSecond("/echo", simulated, SECONDS);
            double decided = load.answersPerSecond("/v1/evaluations", simulated, SECONDS);
            double kept = load.answersPerSecond("/v1/evaluations", recorded, SECONDS);
            System.out.printf("round %d: echo %.0f/s, decided %.0f/s (%.2f), decided and recorded %.0f/s (%.2f)%n", round + 1, echo, decided,
                    decided / echo, kept, kept / echo);
            if (round > 1) {
                without.add(decided / echo);
                with.add(kept / echo);
            }
        }
        Collections.sort(without);
        Collections.sort(with);
        System.out.printf("median of the last %d rounds: %.2f × echo without record, %.2f × echo with record%n", without.size(),
                without.get(without.size() / 2), with.get(with.size() / 2));
    }
}
