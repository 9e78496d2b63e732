package org.zhunsheng.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("用例")
class CasesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** While a document is being written, its own cases are enough: {@code -Dcases=jkf_2022_4}. */
    private static final String ONLY = System.getProperty("cases", ".*");
    private static final Evaluations EVALUATIONS = new Evaluations(new RuleBases());

    @TestFactory
    Stream<DynamicTest> cases() {
        return Case.all().stream().filter(one -> one.policy().matches(ONLY)).map(one -> DynamicTest.dynamicTest(one.file() + "：" + one.title(), () -> check(one)));
    }

    private static void check(Case one) throws IOException {
        if (one.expect().has("error")) {
            refuses(one, one.expect().get("error").asText());
            return;
        }
        JsonNode core = JSON.readTree(EVALUATIONS.evaluate(JSON.writeValueAsBytes(one.request())).core());
        assertEquals(1, core.get("decisions").size(), "每个用例只问一个方向");
        JsonNode decision = core.get("decisions").get(0);
        List<Wrong> wrong = Expected.wrong(one, decision);
        assertTrue(wrong.isEmpty(), () -> wrong + "\n" + decision.toPrettyString());
    }

    /** No answer at all, rather than a guessed one. */
    private static void refuses(Case one, String because) {
        Throwable refused = assertThrows(RuntimeException.class, () -> EVALUATIONS.evaluate(JSON.writeValueAsBytes(one.request())));
        assertTrue(Stream.iterate(refused, Objects::nonNull, Throwable::getCause).anyMatch(each -> String.valueOf(each.getMessage()).contains(because)),
                () -> "应因 " + because + " 而不作答，实为 " + refused);
    }
}
