package org.zhunsheng.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * The roles somebody holds.
 *
 * @param system the calling system, where SYSTEM is the role; otherwise null
 */
public record Held(Set<Role> roles, String system) {

    static final Held NOTHING = new Held(Set.of(), null);

    static Held of(Role role, String system) {
        return new Held(EnumSet.of(role), system);
    }

    Held and(Held other) {
        EnumSet<Role> both = EnumSet.copyOf(roles);
        both.addAll(other.roles);
        return new Held(both, system == null ? other.system : system);
    }
}
