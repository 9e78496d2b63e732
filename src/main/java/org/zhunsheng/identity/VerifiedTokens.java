package org.zhunsheng.identity;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Verifies a token once in a while and not at each of its requests: a signature costs as much as a decision. It is known again by every
 * character, and only until it expires; after five minutes it is held against the issuer's keys anew, which may have been withdrawn.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class VerifiedTokens extends JWTCallerPrincipalFactory {

    private static final int MOST = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private record Verified(JWTCallerPrincipal caller, long until) {
    }

    private final JWTCallerPrincipalFactory verifier;
    private final Clock clock;
    private final Map<String, Verified> verified = new ConcurrentHashMap<>();

    VerifiedTokens() {
        this(new DefaultJWTCallerPrincipalFactory(), Clock.systemUTC());
    }

    VerifiedTokens(JWTCallerPrincipalFactory verifier, Clock clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo trusted) throws ParseException {
        long now = clock.instant().getEpochSecond();
        Verified known = verified.get(token);
        if (known != null && now < known.until) {
            return known.caller;
        }
        JWTCallerPrincipal caller = verifier.parse(token, trusted);
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(token, new Verified(caller, Math.min(caller.getExpirationTime(), now + LONGEST.toSeconds())));
        return caller;
    }
}
