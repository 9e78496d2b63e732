package org.zhunsheng.identity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;

/** The users that a service of its own database starts with. */
public final class LocalUsers {

    private static final Map<String, String> BY_ROLE = Map.of("SYSTEM", "system", "ANALYST", "analyst", "APPROVER", "approver", "AUDITOR", "auditor",
            "SECURITY_ADMIN", "security-1", "SYSTEM_ADMIN", "operator");
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private LocalUsers() {
    }

    public static List<String> roles() {
        return List.copyOf(BY_ROLE.keySet());
    }

    public static String holding(String role) {
        return BY_ROLE.get(role);
    }

    public static String bearer(String user) {
        return TOKENS.computeIfAbsent(user, name -> bearer(LocalIssuer.claims(name)));
    }

    static String bearer(JwtClaims claims) {
        try {
            return "Bearer " + LocalIssuer.in(ConfigProvider.getConfig().getValue("zhunsheng.data", Path.class)).signed(claims);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
