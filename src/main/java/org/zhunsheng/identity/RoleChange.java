package org.zhunsheng.identity;

import java.time.Instant;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/**
 * A role that somebody is to get or to lose, and what became of it.
 *
 * @param system   of a SYSTEM that is granted, otherwise null
 * @param decision null while nobody decided
 */
public record RoleChange(String id, Action action, Role role, Holder holder, String system, String reason, Step proposal, Decision decision) {

    public enum Action { GRANT, REVOKE }

    public enum Verdict { CONFIRMED, REJECTED }

    public record Step(Instant at, String by) {
    }

    public record Decision(Verdict verdict, Instant at, String by) {
    }

    CanonicalJson write(CanonicalJson json) {
        json.object().name("action").value(action.name());
        if (decision != null) {
            json.name("decidedAt").value(BeijingTime.of(decision.at)).name("decidedBy").value(decision.by);
        }
        json.name("id").value(id).name("issuer").value(holder.issuer()).name("proposedAt").value(BeijingTime.of(proposal.at))
                .name("proposedBy").value(proposal.by).name("reason").value(reason).name("role").value(role.name())
                .name("state").value(decision == null ? "PROPOSED" : decision.verdict.name()).name("subject").value(holder.subject());
        if (system != null) {
            json.name("system").value(system);
        }
        return json.end();
    }
}
