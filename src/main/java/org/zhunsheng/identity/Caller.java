package org.zhunsheng.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/** Who makes the request at hand: the name under which what follows from it is recorded. */
@Singleton
public final class Caller {

    static final String SYSTEM = "system";
    static final String ISSUER = "issuer";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Of a calling system its name, whichever of its clients asks; of a person the subject of his tokens. */
    public String name() {
        String system = identity.getAttribute(SYSTEM);
        return system != null ? system : identity.getPrincipal().getName();
    }

    /** Whose tokens say so. */
    String issuer() {
        return identity.getAttribute(ISSUER);
    }

    /** Whether he audits. */
    public boolean maySeeAll() {
        return identity.hasRole(Role.AUDITOR.name());
    }

    /** What others asked is no business of a caller, unless he audits. */
    public boolean maySee(String caller) {
        return maySeeAll() || name().equals(caller);
    }
}
