package org.zhunsheng.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The first roles, which nobody is there to confirm. */
final class Founding {

    private Founding() {
    }

    /** Users of a service that a newcomer starts on his own machine, so that each role can be tried. */
    static List<RoleChange> localUsers() {
        return List.of(system("system"), system("system-2"), person("analyst", Role.ANALYST), person("approver", Role.APPROVER),
                person("auditor", Role.AUDITOR), person("security-1", Role.SECURITY_ADMIN), person("security-2", Role.SECURITY_ADMIN),
                person("operator", Role.SYSTEM_ADMIN));
    }

    /** Two, since one alone could never change a role. */
    static List<RoleChange> securityAdmins(String issuer, String one, String other) {
        return List.of(grant(new Holder(issuer, one), Role.SECURITY_ADMIN, null, "首任"), grant(new Holder(issuer, other), Role.SECURITY_ADMIN, null, "首任"));
    }

    private static RoleChange system(String name) {
        return grant(new Holder(LocalIssuer.NAME, name), Role.SYSTEM, name, "本机试用");
    }

    private static RoleChange person(String name, Role role) {
        return grant(new Holder(LocalIssuer.NAME, name), role, null, "本机试用");
    }

    private static RoleChange grant(Holder holder, Role role, String system, String reason) {
        return new RoleChange(UUID.randomUUID().toString(), RoleChange.Action.GRANT, role, holder, system, reason,
                new RoleChange.Step(Instant.now().truncatedTo(ChronoUnit.MILLIS), null), null);
    }
}
