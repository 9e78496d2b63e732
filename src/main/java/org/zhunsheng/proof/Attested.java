package org.zhunsheng.proof;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What was recorded, as the log attests it.
 *
 * @param secret from which the salts of its values under seal are drawn; null where there are none
 */
record Attested(Leaf leaf, byte[] secret) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Who judged and why, and the facts that the catalogue marks as personal. */
    static final Personal IN_ANSWERS = new Personal(Set.of("by", "reason", "person"),
            Pattern.compile("/core/(.*/)?judgements/.*/(by|reason)|/core/(.*/)?person"));

    /** Whoever knows all but a name finds it by trying, where the digest of the whole is in sight. */
    private static final Personal WHOLE = new Personal(Set.of("coreDigest"), Pattern.compile("/coreDigest"));

    /** @param given the secret that it was attested with; null draws a new one */
    static Attested decision(String id, byte[] answer, byte[] given) {
        byte[] secret = given == null ? newSecret() : given;
        try {
            byte[] sealed = sealed(answer, secret);
            return new Attested(Leaf.ofDecision(id, sealed), sealed == answer ? null : secret);
        } catch (IOException notAnAnswer) {
            // what is recorded is attested, whatever it is: one row that cannot be read must not hold up all that follow
            return new Attested(Leaf.of(Kind.DECISION, id, answer), null);
        }
    }

    static byte[] newSecret() {
        byte[] secret = new byte[Hashing.LENGTH];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static byte[] sealed(byte[] answer, byte[] secret) throws IOException {
        byte[] sealed = IN_ANSWERS.seal(secret).over(answer);
        return sealed == answer ? answer : WHOLE.seal(secret).over(sealed);
    }

    /** The salts of the values under seal, by their places in the answer. */
    static SortedMap<String, byte[]> openings(byte[] answer, byte[] secret) throws IOException {
        SortedMap<String, byte[]> openings = new TreeMap<>();
        if (secret != null) {
            for (Personal personal : new Personal[] {IN_ANSWERS, WHOLE}) {
                new Seal(personal.names(), place -> {
                    personal.seal(secret).salt().apply(place).ifPresent(salt -> openings.put(place, salt));
                    return Optional.empty();
                }).over(answer);
            }
        }
        return openings;
    }
}
