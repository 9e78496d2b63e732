package org.zhunsheng.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("验过的令牌")
class VerifiedTokensTest {

    private Instant now = Instant.parse("2026-11-21T00:00:00Z");
    private final List<String> looked = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(new JWTCallerPrincipalFactory() {
        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo trusted) throws ParseException {
            looked.add(token);
            JwtClaims claims = new JwtClaims();
            claims.setSubject(token);
            claims.setExpirationTime(NumericDate.fromSeconds(Instant.parse("2026-11-21T00:07:00Z").getEpochSecond()));
            if (token.equals("bad") || now.isAfter(Instant.parse("2026-11-21T00:06:59Z"))) {
                throw new ParseException("no");
            }
            return new DefaultJWTCallerPrincipal(claims);
        }
    }, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void at(String minute) {
        now = Instant.parse("2026-11-21T00:" + minute + "Z");
    }

    @Test
    @DisplayName("五分钟内不再验，过后重验，过期即不认")
    void again() throws ParseException {
        assertEquals("a", tokens.parse("a", null).getSubject());
        at("04:59");
        assertEquals("a", tokens.parse("a", null).getSubject());
        assertEquals(List.of("a"), looked);
        at("05:00");
        tokens.parse("a", null);
        assertEquals(List.of("a", "a"), looked);
        at("06:59");
        tokens.parse("a", null);
        assertEquals(2, looked.size());
        at("07:00");
        assertThrows(ParseException.class, () -> tokens.parse("a", null));
    }

    @Test
    @DisplayName("差一个字符就是另一个令牌；坏的每次都验")
    void others() throws ParseException {
        tokens.parse("a", null);
        tokens.parse("b", null);
        for (int i = 0; i < 2; i++) {
            assertThrows(ParseException.class, () -> tokens.parse("bad", null));
        }
        assertEquals(List.of("a", "b", "bad", "bad"), looked);
    }
}
