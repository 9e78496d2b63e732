package org.zhunsheng.identity;

import java.time.Instant;

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
}
