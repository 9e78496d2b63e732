package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Evaluations.Evaluated;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemException;

@DisplayName("改判用当时的规则集和基准日")
class JudgedTest {

    private static final Evaluations EVALUATIONS = new Evaluations(new RuleBases());
    private static final Judgement YES = new Judgement(true, "专家组", LocalDate.of(2023, 4, 20), "现场核查");

    private static Evaluated deceived(String members) {
        return EVALUATIONS.evaluate(("{'question':'SANCTION','policy':'jkf_2022_9','facts':{'breach':{'supportObtainedByDeception':true}}" + members + "}")
                .replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String core(Evaluated evaluated) {
        return new String(evaluated.core(), StandardCharsets.UTF_8);
    }

    private static Evaluated judged(String core, String point) {
        byte[] answer = new Answer("一", Instant.EPOCH, "甲", false, null, "sha256:0", core.getBytes(StandardCharsets.UTF_8)).json();
        return EVALUATIONS.judged(answer, new JudgementRequest("一", point, YES));
    }

    @Test
    @DisplayName("请求没有写基准日，也按记录的那一天")
    void sameDay() {
        String recorded = core(deceived("")).replaceFirst("\"asOf\":\"[^\"]+\"", "\"asOf\":\"2024-06-03\"");
        assertEquals(core(deceived(",'asOf':'2024-06-03','judgements':{'jkf_2022_9/22.b':{'value':true,'by':'专家组','on':'2023-04-20',"
                + "'reason':'现场核查'}}")).replace("\"request\":{\"asOf\":\"2024-06-03\",", "\"request\":{"), core(judged(recorded, "jkf_2022_9/22.b")));
    }

    @Test
    @DisplayName("当时的规则集找不到，就不改判，更不用现在的")
    void sameRuleBase() {
        Evaluated evaluated = deceived("");
        String other = core(evaluated).replace(evaluated.ruleBase(), "sha256:" + "0".repeat(64));
        assertTrue(assertThrows(IllegalStateException.class, () -> judged(other, "jkf_2022_9/22.b")).getMessage().contains("没有保存规则库"));
    }

    @Test
    @DisplayName("判断点所在的条款没有选中，而规则问到了它，也可以判断")
    void pointsOfOtherClauses() {
        Evaluated next = EVALUATIONS.evaluate("""
                {"question":"PROCEDURE","step":"NEXT_STEP","policy":"jkf_2022_9","direction":"GO_GLOBAL","asOf":"2023-03-15","facts":{}}"""
                .getBytes(StandardCharsets.UTF_8));
        assertTrue(next.decisions().get(0).points("jkf_2022_9").contains("jkf_2022_9/5.1#class"), () -> next.decisions().get(0).points("jkf_2022_9") + "");
        judged(core(next), "jkf_2022_9/5.3.p1");
        assertThrows(ProblemException.class, () -> judged(core(next), "jkf_2022_9/6.2.2"));
    }
}
