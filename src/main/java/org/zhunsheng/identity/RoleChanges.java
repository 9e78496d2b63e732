package org.zhunsheng.identity;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.RoleChangeReader;
import org.zhunsheng.wire.RoleChangeRequest;

/** Changes of roles as security administrators make them. What the constraints of the tables refuse is told by their names. */
@Singleton
final class RoleChanges {

    private static final Logger LOG = Logger.getLogger(RoleChanges.class);

    private record Refusal(ProblemCode code, String zh, String en) {

        Refusal(String zh, String en) {
            this(ProblemCode.CONFLICT, zh, en);
        }
    }

    private static final Map<String, Refusal> BY_CONSTRAINT = Map.of(
            "two_people", new Refusal(ProblemCode.FORBIDDEN, "提出变更的人不能自己决定，须由另一名安全管理员决定",
                    "whoever proposed a change cannot decide on it; another security administrator must"),
            "by_security_admin", new Refusal(ProblemCode.FORBIDDEN, "只有在任的安全管理员才能决定", "only a security administrator in office can decide"),
            "role_decision_change_key", new Refusal("这项变更已经决定过了", "this change was decided before"),
            "role_held_pkey", new Refusal("已经持有这个角色", "the role is held already"),
            "not_held", new Refusal("没有持有这个角色，无从收回", "the role is not held, so it cannot be taken back"),
            "three_offices_apart", new Refusal("三员分立：安全管理员、系统管理员、审计员，一人只能任其一",
                    "nobody may be two of security administrator, system administrator and auditor"),
            "two_remain", new Refusal("安全管理员不能少于两人，否则再也无法变更角色",
                    "two security administrators must remain, or no role could ever be changed"),
            "system_alone", new Refusal("业务系统不能兼任人员的角色", "a calling system holds no other role"),
            "names_apart", new Refusal("业务系统与人员不能同名", "a calling system and a person must not have the same name"));

    private final RoleStore store;
    private final Roles roles;
    private final Caller caller;

    RoleChanges(RoleStore store, Roles roles, Caller caller) {
        this.store = store;
        this.roles = roles;
        this.caller = caller;
    }

    List<RoleChange> all() {
        return kept(store::changes);
    }

    RoleChange propose(byte[] body) {
        Problems problems = new Problems();
        RoleChangeRequest request = RoleChangeReader.read(body, problems);
        problems.raise();
        RoleChange.Action action = code(RoleChange.Action.class, "action", request.action(), problems);
        Role role = code(Role.class, "role", request.role(), problems);
        boolean names = action == RoleChange.Action.GRANT && role == Role.SYSTEM;
        if (problems.faults().isEmpty() && names != (request.system() != null)) {
            problems.at("/system", names ? ProblemCode.MISSING_FIELD : ProblemCode.CONTRADICTION, "授予 SYSTEM 时须写明业务系统，其他时候不写",
                    "system is named where SYSTEM is granted, and only there");
        }
        problems.raise();
        RoleChange change = new RoleChange(UUID.randomUUID().toString(), action, role, new Holder(caller.issuer(), request.subject()), request.system(),
                request.reason(), new RoleChange.Step(now(), caller.name()), null);
        kept(() -> {
            store.propose(change);
            return null;
        });
        return change;
    }

    RoleChange decide(String id, RoleChange.Verdict verdict) {
        RoleChange open = find(id);
        kept(() -> {
            store.decide(open.id(), new RoleChange.Decision(verdict, now(), caller.name()));
            roles.refresh();
            return null;
        });
        return find(id);
    }

    private RoleChange find(String id) {
        return kept(() -> store.change(id)).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的角色变更",
                "there is no role change " + id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T extends Enum<T>> T code(Class<T> type, String member, String written, Problems problems) {
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equals(written)) {
                return constant;
            }
        }
        String admitted = Arrays.toString(type.getEnumConstants());
        problems.at("/" + member, ProblemCode.UNKNOWN_VALUE, "没有代码 " + written + "，可用：" + admitted, "there is no code " + written + "; admitted: " + admitted);
        return null;
    }

    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T kept(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException failed) {
            String constraint = failed instanceof PSQLException sql && sql.getServerErrorMessage() != null
                    ? sql.getServerErrorMessage().getConstraint() : null;
            Refusal refusal = constraint == null ? null : BY_CONSTRAINT.get(constraint);
            if (refusal != null) {
                throw new ProblemException(refusal.code, refusal.zh, refusal.en);
            }
            LOG.errorf("roles not read or changed: %s", failed.getMessage());
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "角色表暂不可用，请稍后重试", "the table of roles is unavailable; try again later");
        }
    }
}
