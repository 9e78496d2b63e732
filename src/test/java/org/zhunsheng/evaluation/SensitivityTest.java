package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Evaluations.Evaluated;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

@DisplayName("口径敏感性是 core 的一部分")
class SensitivityTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);

    private static Evaluated evaluate(String members) {
        return EVALUATIONS.evaluate(("{\"policy\":\"jkf_2022_9\"," + members.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static String core(Evaluated evaluated) {
        return new String(evaluated.core(), StandardCharsets.UTF_8);
    }

    private static List<String> readings(Evaluated evaluated) {
        return evaluated.decisions().get(0).sensitivity().stream().map(one -> one.readings().toString()).toList();
    }

    private static final String ACCEPTANCE = "'question':'PROCEDURE','step':'ACCEPTANCE','asOf':'2024-01-08','facts':{'project':{'paymentMode':'PRE_GRANT'}}";

    @Test
    @DisplayName("不问就没有；写 false 与不写字节相同；问了写进请求，重算也有")
    void onlyWhereAsked() {
        byte[] plain = evaluate(ACCEPTANCE).core();
        assertArrayEquals(plain, evaluate(ACCEPTANCE + ",'sensitivity':false").core());
        assertFalse(core(evaluate(ACCEPTANCE)).contains("sensitivity"));
        Evaluated asked = evaluate(ACCEPTANCE + ",'sensitivity':true");
        assertTrue(core(asked).contains("\"sensitivity\":[{"));
        assertTrue(core(asked).contains("\"sensitivity\":true,\"step\":\"ACCEPTANCE\""));
        assertTrue(Replay.of(EVALUATIONS, "一", new Answer("一", Instant.EPOCH, "甲", false, null, asked.coreDigest(), asked.core()).json(), Under.recorded(BASES)).same());
    }

    @Test
    @DisplayName("请求自己选了的口径不再列，选的是默认也不列；与它一同起作用的也不列")
    void notWhatTheRequestChose() {
        String park = "'question':'SUPPORT','direction':'OVERSEAS_PARK','sensitivity':true,'facts':{}";
        assertTrue(readings(evaluate(park)).containsAll(List.of("{A07=STRICT}", "{A18=UPPER_END_IN}", "{A07=STRICT, A18=UPPER_END_IN}")));
        List<String> chosen = readings(evaluate(park + ",'readings':{'A07':'FALL_THROUGH'}"));
        assertTrue(chosen.contains("{A18=UPPER_END_IN}"));
        assertTrue(chosen.stream().noneMatch(one -> one.contains("A07")), chosen::toString);
    }

    @Test
    @DisplayName("一场活动符合两类：几档能否相加改变金额和档次，结论不变；只符合一类的不变")
    void addingUp() {
        String event = "'question':'SUPPORT','direction':'CONFERENCE_OR_ACTIVITY','sensitivity':true,"
                + "'judgements':{'jkf_2022_9/13.2.1':{'value':true,'by':'评审专家','on':'2025-06-01','reason':'已评'},"
                + "'jkf_2022_9/13.2.3':{'value':true,'by':'评审专家','on':'2025-06-01','reason':'已评'}},"
                + "'facts':{'application':{'submittedOn':'2025-05-20','submittedThroughCityPlatform':true,'integrityCommitmentSubmitted':true},"
                + "'applicant':{'entityType':'SOCIAL_ORGANISATION','registeredPlace':'ZGC_DEMONSTRATION_ZONE'},'awardsHistory':[],"
                + "'creditBeforeReview':{'reviewDate':'2025-06-19','researchIntegrityPenaltyInForce':false,'listedAsJudgmentDefaulter':false,"
                + "'listedAsSeriouslyDishonestEnterprise':false,'otherJointPunishmentListing':false},"
                + "'event':{'type':'ZGC_FORUM_SERIES','includedInForumOverallArrangement':true,'overseasExhibition':true,"
                + "'participatingZgcCompanyCount':8,'totalActualCostYuan':3000000%s}}";
        assertEquals(List.of("AMOUNT", "TIER"), addedUp(event.formatted(",'alsoQualifiesAs':'KEY_EXCHANGE_ACTIVITY'")).changes());
        assertEquals(List.of(), addedUp(event.formatted(",'alsoQualifiesAs':{'none':true}")).changes());
        assertEquals(List.of(), addedUp(event.formatted("")).changes());
    }

    private static Sensitivity addedUp(String members) {
        return evaluate(members).decisions().get(0).sensitivity().stream().filter(one -> one.readings().equals(Map.of("A11", "STACKING"))).findFirst().orElseThrow();
    }

    @Test
    @DisplayName("换一个口径就要数日历未收录的年份：这一项说明原因，其余照答")
    void undecided() {
        Policy policy = BASES.inForce("jkf_2022_9").orElseThrow().policy();
        Selection selection = new Selection(policy, policy.plans(Question.SUPPORT).get(0), policy.direction("JOURNAL").orElseThrow());
        Decision decision = evaluate("'question':'DUTY','facts':{}").decisions().get(0);
        Inquiry inquiry = new Inquiry(List.of(selection), LocalDate.EPOCH, Readings.DEFAULTS, new Judgements(policy.policy(), Map.of(), Map.of()), Map.of());
        List<Sensitivity> all = new OtherReadings(policy, inquiry, Set.of(), other -> {
            if (other.readings().is("A62", "HARD_LIMIT")) {
                throw new ProblemException(ProblemCode.CALENDAR_YEAR_NOT_HELD, "没有", "none");
            }
            return List.of(decision);
        }).compared(selection, decision).sensitivity();
        assertTrue(all.size() > 5);
        for (Sensitivity one : all) {
            assertEquals(List.of(), one.changes());
            assertEquals(one.readings().containsKey("A62") ? ProblemCode.CALENDAR_YEAR_NOT_HELD : null, one.problem());
        }
    }
}
