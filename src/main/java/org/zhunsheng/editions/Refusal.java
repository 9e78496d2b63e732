package org.zhunsheng.editions;

import java.sql.SQLException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What the tables' own rules refuse, told by the names of these rules. */
final class Refusal {

    private static final Logger LOG = Logger.getLogger(Refusal.class);

    private record Told(ProblemCode code, String zh, String en) {
    }

    private static final Map<String, Told> BY_CONSTRAINT = Map.of(
            "in_order", new Told(ProblemCode.CONFLICT, "这一版现在的状态不允许这一步", "the edition's state does not admit this step"),
            "two_people", new Told(ProblemCode.FORBIDDEN, "作者和提交人不能批准自己的版本，须由另一名审批员批准",
                    "neither the author nor who submitted an edition can approve it; another approver must"),
            "by_approver", new Told(ProblemCode.FORBIDDEN, "只有在任的审批员才能批准，或撤回已批准的版本",
                    "only an approver in office can approve, or withdraw what is approved"),
            "one_after_the_other", new Told(ProblemCode.CONFLICT, "本文件已有更晚生效的版本待生效或生效过，不能早于它生效；可先撤回那一版",
                    "another edition under this document takes effect later; this one cannot come before it. Withdraw that one first"));

    private Refusal() {
    }

    static ProblemException of(SQLException failed) {
        String constraint = failed instanceof PSQLException sql && sql.getServerErrorMessage() != null ? sql.getServerErrorMessage().getConstraint() : null;
        Told told = constraint == null ? null : BY_CONSTRAINT.get(constraint);
        if (told != null) {
            return new ProblemException(told.code, told.zh, told.en);
        }
        LOG.errorf("editions not read or changed: %s", failed.getMessage());
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "决策表的记录暂不可用，请稍后重试",
                "the record of decision tables is unavailable; try again later");
    }
}
