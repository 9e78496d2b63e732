package org.zhunsheng.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests under a secret of the index, so that nobody finds a name, or facts of which he knows most, by trying. */
record Keyed(byte[] secret) {

    static final int SECRET_LENGTH = 32;

    UUID digest(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(mac(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    long token(String name) {
        return ByteBuffer.wrap(mac("judge/" + name)).getLong();
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
