package org.zhunsheng.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which members of a recorded text name persons. They stand in the log under seal only, so that the log stays as it is when they have
 * to go.
 *
 * @param names  what such members are called
 * @param places where they stand, as patterns over JSON pointers
 */
record Personal(Set<String> names, Pattern places) {

    private static final int SALT_LENGTH = 16;

    /** @param secret of this record, from which each of its values gets a salt of its own */
    Seal seal(byte[] secret) {
        return new Seal(names, place -> places.matcher(place).matches() ? Optional.of(salt(secret, place)) : Optional.empty());
    }

    static byte[] salt(byte[] secret, String place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(place.getBytes(StandardCharsets.UTF_8)), SALT_LENGTH);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
