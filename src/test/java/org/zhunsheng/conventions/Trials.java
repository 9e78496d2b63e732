package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.zhunsheng.calendar.UnknownYear;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Evaluations.Evaluated;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.wire.ProblemException;

/**
 * Tries a property on requests drawn at random, the same ones in every build. A seeded generator of our own instead of a property library:
 * here a request is shrunk by what it means (facts come back one by one, so that the message names the one that breaks the
 * property), and a library that knows nothing of facts could only shrink numbers and strings.
 */
final class Trials {

    /** What is tried on a request; what it finds wrong goes under a heading, so that a hundred cases of one mistake are one line. */
    @FunctionalInterface
    interface Property {
        void hold(ObjectNode request, Questions asked, AnyRequest any, BiConsumer<String, Object> wrong);
    }

    private static final long SEED = Long.getLong("zhunsheng.seed", 20220613);
    private static final int TIMES = Integer.getInteger("zhunsheng.times", 1);
    static final ObjectMapper JSON = new ObjectMapper();

    private Trials() {
    }

    static void of(int triesEach, Property property) {
        Map<String, String> found = new TreeMap<>();
        int refused = 0;
        int tries = 0;
        for (RuleBase base : InForce.all()) {
            AnyRequest any = new AnyRequest(base, caseFile(base), SEED);
            for (Questions asked : Questions.of(base.policy())) {
                for (int i = 0; i < triesEach * TIMES; i++, tries++) {
                    try {
                        property.hold(any.of(asked), asked, any, (heading, example) -> found.putIfAbsent(asked + "：" + heading, example.toString()));
                    } catch (RuntimeException refusal) {
                        if (!isRefusal(refusal)) {
                            throw refusal;
                        }
                        refused++;
                    }
                }
            }
        }
        assertTrue(refused * 3 < tries, "随机请求多数被拒绝，性质等于没有检查：" + refused + "/" + tries);
        assertTrue(found.isEmpty(), () -> found.size() + " 处：\n" + found.entrySet().stream()
                .map(one -> one.getKey() + "\n    " + one.getValue()).collect(Collectors.joining("\n")));
    }

    /** Facts that contradict each other, or a year the calendar does not hold: no answer, so nothing that could be wrong. */
    private static boolean isRefusal(Throwable thrown) {
        return thrown instanceof ProblemException || thrown instanceof UnknownYear || thrown.getCause() != null && isRefusal(thrown.getCause());
    }

    static Class<? extends CaseFile> caseFile(RuleBase base) {
        try {
            return Class.forName(base.policy().caseFile()).asSubclass(CaseFile.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(JsonNode request) {
        try {
            return JSON.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Evaluated evaluate(JsonNode request) {
        return InForce.EVALUATIONS.evaluate(bytes(request));
    }

    static Decision decide(JsonNode request) {
        return evaluate(request).decisions().get(0);
    }

    /** Whether there is an answer at all; a clause without a finding is for the property on findings to tell, not for every other. */
    static boolean isAnswered(JsonNode request) {
        try {
            decide(request);
            return true;
        } catch (IllegalStateException unanswered) {
            return false;
        }
    }
}
