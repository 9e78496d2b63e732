package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.zhunsheng.conventions.Trials.bytes;
import static org.zhunsheng.conventions.Trials.decide;
import static org.zhunsheng.conventions.Trials.evaluate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Evaluations.Evaluated;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.policy.Clause;

@DisplayName("任意请求都成立的性质")
class EvaluationPropertiesTest {

    /** Facts that say over again what others say; where two ways of saying it differ, no property can hold. They stay where they are. */
    private static final Set<String> SAID_TWICE = Set.of("park.occupancyRatePercent", "park.beijingOrCooperatingCompanyCount",
            "rdCentre.internationalInventionPatentsGrantedWithin3Years", "rdCentre.internationalInventionPatentGrantDates",
            "creditBeforeReview.penaltyUntil", "creditBeforeReview.researchIntegrityPenaltyInForce", "applicant.unifiedSocialCreditCode",
            "awardsHistory[].unitCode", "application.contentKey", "awardsHistory[].contentKey",
            "basePlatform.facilitatedProjectsLast5YearsCount", "supports[].contentKey", ".judgements.cross_policy~1own#content",
            ".judgements.jkf_2022_9~117.s1.a#content", ".judgements.jkf_2022_9~117.s1.b#content", ".judgements.jkf_2022_9~117.s2#content");

    @Test
    @DisplayName("选中的每个可判定条款恰有一条结论，没有选中的没有；引擎交出的不多不少，与插入的先后无关")
    void oneFindingForEachLeaf() {
        Trials.of(20, (request, asked, any, wrong) -> {
            Handed handed = Handed.by(bytes(request), asked, any.random());
            handed.wrong(asked).forEach(each -> wrong.accept(each, request));
            Handed other = Handed.by(bytes(FactPlaces.shuffled(request, any.random())), asked, any.random());
            if (!handed.equals(other)) {
                wrong.accept("结论随次序变化 " + handed.differences(other), request);
            }
            try {
                List<String> found = decide(request).findings().stream().map(each -> each.clause().id()).toList();
                if (!found.equals(asked.selection().clauses().stream().map(Clause::id).toList())) {
                    wrong.accept("答复中的条款不是选中的条款", found);
                }
            } catch (IllegalStateException unanswered) {
                wrong.accept(unanswered.getMessage(), request);
            }
        });
    }

    @Test
    @DisplayName("同一请求得到同样的字节；清单换一个次序，除请求本身外也是")
    void sameBytes() {
        Trials.of(15, (request, asked, any, wrong) -> {
            if (Trials.isAnswered(request)) {
                Evaluated first = evaluate(request);
                assertArrayEquals(first.core(), evaluate(request).core());
                ObjectNode other = FactPlaces.shuffled(request, any.random());
                if (!answer(first).equals(answer(evaluate(other)))) {
                    wrong.accept("答复随清单次序变化", request + "\n    " + other);
                }
            }
        });
    }

    private static JsonNode answer(Evaluated evaluated) {
        try {
            JsonNode core = Trials.JSON.readTree(evaluated.core());
            core.findParents("evidence").forEach(found -> found.get("evidence").forEach(EvaluationPropertiesTest::forgetOrder));
            return ((ObjectNode) core).without("request");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list that a clause looked at is shown as the caller wrote it. */
    private static void forgetOrder(JsonNode evidence) {
        if (evidence.path("value").isArray()) {
            ((ObjectNode) evidence).put("value", StreamSupport.stream(evidence.get("value").spliterator(), false).map(JsonNode::toString)
                    .sorted().collect(Collectors.joining()));
        }
    }

    @Test
    @DisplayName("已定的结论不因补充事实或判断而改变；金额区间总包含后来的金额")
    void furtherFactsUnsettleNothing() {
        Trials.of(20, (full, asked, any, wrong) -> {
            List<JsonPointer> left = Trials.isAnswered(full) ? leftOut(full, asked, any) : List.of();
            Decision before = left.isEmpty() ? null : decide(FactPlaces.without(full, left));
            while (!left.isEmpty()) {
                JsonPointer added = left.remove(left.size() - 1);
                ObjectNode request = FactPlaces.without(full, left);
                Decision after = decide(request);
                String example = said(before) + " → " + said(after) + "，补充的是 " + full.at(added) + "，得到 " + request;
                if (before.needs().isEmpty() && before.judgementsNeeded().isEmpty() && !same(before, after)) {
                    wrong.accept("补充 " + FactPlaces.path(added) + " 后，已定的 " + before.outcome() + " 变了", example);
                }
                if (before.amountRange() != null && !contains(before.amountRange(), after)) {
                    wrong.accept("补充 " + FactPlaces.path(added) + " 后，金额不在区间里", example);
                }
                before = after;
            }
        });
    }

    /** Some of the facts and judgements, in any order; those a clause passes without stay where they are. */
    private static List<JsonPointer> leftOut(ObjectNode full, Questions asked, AnyRequest any) {
        Set<String> optional = new HashSet<>(SAID_TWICE);
        asked.selection().clauses().forEach(clause -> optional.addAll(clause.optional()));
        double share = any.pick(List.of(0.1, 0.3, 0.8));
        List<JsonPointer> left = new ArrayList<>(FactPlaces.of(full).stream().filter(place -> optional.stream()
                .noneMatch(FactPlaces.path(place)::startsWith) && any.chance(share)).toList());
        Collections.shuffle(left, any.random());
        return left;
    }

    /** A no stays a no where a day stated later puts the case before the measure: "not in force" comes before every other answer. */
    private static boolean same(Decision before, Decision after) {
        return before.outcome() == Outcome.INELIGIBLE && after.outcome() == Outcome.NOT_IN_FORCE
                || before.outcome() == after.outcome() && equal(before.maxAmountYuan(), after.maxAmountYuan());
    }

    private static boolean equal(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** Without an upper end nothing is promised: the sum to be paid is not stated yet, or services carry none. */
    private static boolean contains(Decision.Range range, Decision later) {
        BigDecimal from = later.amountRange() != null ? later.amountRange().fromYuan() : later.maxAmountYuan();
        BigDecimal to = later.amountRange() != null ? later.amountRange().toYuan() : later.maxAmountYuan();
        return (from == null || from.compareTo(range.fromYuan()) >= 0) && (to == null || range.toYuan() == null || to.compareTo(range.toYuan()) <= 0);
    }

    private static String said(Decision decision) {
        return decision.outcome() + " " + (decision.amountRange() == null ? decision.maxAmountYuan() : decision.amountRange());
    }
}
