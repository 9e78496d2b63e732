package org.zhunsheng.duplication;

import java.time.LocalDate;
import java.util.Optional;
import org.zhunsheng.facts.PriorAward.FunderLevel;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.AwardRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Holds the names and days of an award against each other and against the documents held here. */
final class Named {

    private final RuleBases bases;

    Named(RuleBases bases) {
        this.bases = bases;
    }

    /** The rule base of a document held here, by id or number; what stands between the documents gives nothing. */
    Optional<RuleBase> base(String policy) {
        return bases.inForce(policy).filter(base -> !base.policy().between());
    }

    /** The id of a document held here; another one keeps the name it was given, since history knows more documents than we do. */
    String policy(String named) {
        return base(named).map(base -> base.policy().policy()).orElse(named);
    }

    /** The clause an award rests on: the one it names, or the article of its direction where the document is held here. */
    String clause(Award.Content content) {
        return content.clause() != null ? content.clause() : base(content.policy()).map(base -> clause(base.policy(), content.direction())).orElse(null);
    }

    static String clause(Policy policy, String direction) {
        return direction == null ? null : policy.direction(direction).map(Direction::clause).orElse(null);
    }

    /** Whether it is held here, or was and is not in force any more. */
    boolean known(String policy) {
        return base(policy).isPresent() || bases.ended(policy).isPresent();
    }

    String names() {
        return String.join("、", bases.documents().stream().map(base -> base.policy().number()).toList());
    }

    /** The id of a direction that is named by it, or as people call it; what is neither is left for {@link #check}. */
    String direction(String policy, String named) {
        return base(policy).flatMap(base -> base.policy().directions().stream().filter(direction -> direction.zh().equals(named)).findFirst())
                .map(Direction::id).orElse(named);
    }

    /** A direction or clause that a document held here does not have is a mistake; of others nobody here knows. */
    void check(AwardRequest request, Problems problems) {
        check(request.policy(), request.direction(), request.clause(), problems);
    }

    void check(String named, String direction, String clause, Problems problems) {
        base(named).map(RuleBase::policy).ifPresent(policy -> {
            if (direction != null && policy.direction(direction).isEmpty()) {
                String known = String.join("、", policy.directions().stream().map(Direction::id).toList());
                problems.at("/direction", ProblemCode.UNKNOWN_DIRECTION, "没有方向 " + direction + "，应为：" + known, "direction must be one of " + known);
            }
            if (clause != null && policy.clause(clause).isEmpty()) {
                problems.at("/clause", ProblemCode.UNKNOWN_CLAUSE, policy.number() + "没有条款 " + clause, policy.number() + " has no clause " + clause);
            }
        });
    }

    /** What happened in an order in which it cannot have happened, or is yet to come. */
    static void checkDays(AwardRequest request, LocalDate today, Problems problems) {
        past("/decidedOn", request.decidedOn(), today, problems);
        past("/receivedOn", request.receivedOn(), today, problems);
        past("/cancelledOn", request.cancelledOn(), today, problems);
        past("/recoveredOn", request.recoveredOn(), today, problems);
        order("/receivedOn", request.decidedOn(), request.receivedOn(), problems);
        order("/cancelledOn", request.decidedOn(), request.cancelledOn(), problems);
        order("/recoveredOn", request.receivedOn() == null ? request.decidedOn() : request.receivedOn(), request.recoveredOn(), problems);
        if (request.state() == null) {
            return;
        }
        boolean paid = request.state() == AwardRequest.State.PAID || request.state() == AwardRequest.State.RECOVERED;
        only("/receivedOn", request.receivedOn(), paid, problems);
        only("/cancelledOn", request.cancelledOn(), request.state() == AwardRequest.State.CANCELLED_BEFORE_PAYMENT, problems);
        only("/recoveredOn", request.recoveredOn(), request.state() == AwardRequest.State.RECOVERED, problems);
    }

    private static void past(String pointer, LocalDate day, LocalDate today, Problems problems) {
        if (day != null && day.isAfter(today)) {
            problems.at(pointer, ProblemCode.OUT_OF_RANGE, "日期晚于今天，尚未发生的事不能记入台账", "the day lies in the future; the ledger holds what happened");
        }
    }

    private static void order(String pointer, LocalDate earlier, LocalDate later, Problems problems) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            problems.at(pointer, ProblemCode.CONTRADICTION, "日期 " + later + " 早于它之前应有的 " + earlier, later + " lies before " + earlier);
        }
    }

    private static void only(String pointer, LocalDate day, boolean fits, Problems problems) {
        if (day != null && !fits) {
            problems.at(pointer, ProblemCode.CONTRADICTION, "这个日期与状态 state 不符", "this day does not go with the state");
        }
    }

    /** Whose money it is, where the document says so itself. */
    static FunderLevel funder(Policy policy) {
        return policy.funderLevel() == null ? FunderLevel.OTHER
                : FunderLevel.valueOf(policy.funderLevel().name());
    }
}
