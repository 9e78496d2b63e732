package org.zhunsheng.conventions;

import java.util.List;
import java.util.stream.Stream;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Plan;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Selection;

/** Everything that can be asked under a policy: each question with each of its steps and directions. */
record Questions(Plan plan, Direction direction, Selection selection) {

    static List<Questions> of(Policy policy) {
        return policy.questions().stream().flatMap(plan -> (plan.perDirection() ? policy.directions().stream() : Stream.of((Direction) null))
                .map(direction -> new Questions(plan, direction, new Selection(policy, plan, direction)))).toList();
    }

    @Override
    public String toString() {
        return plan.question() + (plan.step() == null ? "" : " " + plan.step()) + (direction == null ? "" : " " + direction.id());
    }
}
