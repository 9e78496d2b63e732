package org.zhunsheng.identity;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/** The users that a service of its own database starts with. */
public final class LocalUsers {

    private static final Map<String, String> BY_ROLE = Map.of("SYSTEM", "system", "ANALYST", "analyst", "APPROVER", "approver", "AUDITOR", "auditor",
            "SECURITY_ADMIN", "security-1", "SYSTEM_ADMIN", "operator");
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private LocalUsers() {
    }

    public static String holding(String role) {
        return BY_ROLE.get(role);
    }

    public static String bearer(String user) {
        Path data = ConfigProvider.getConfig().getValue("zhunsheng.data", Path.class);
        return "Bearer " + TOKENS.computeIfAbsent(user, name -> {
            try {
                return LocalIssuer.in(data).token(name);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}
