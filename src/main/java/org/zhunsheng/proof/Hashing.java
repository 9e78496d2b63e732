package org.zhunsheng.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;

/** The two hash functions of the log. Every tree is grown under both, side by side, so that neither proof rests on the other's function. */
public enum Hashing {
    SHA256, SM3;

    static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    byte[] of(byte[]... parts) {
        return switch (this) {
            case SHA256 -> sha256(parts);
            case SM3 -> sm3(parts);
        };
    }

    /** RFC 6962: leaves and nodes are hashed under different prefixes, so that no leaf passes for a node. */
    byte[] leaf(byte[] entry) {
        return of(new byte[] {LEAF}, entry);
    }

    byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {NODE}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Past the security providers: registering one would alter what the whole service signs and verifies with. */
    private static byte[] sm3(byte[]... parts) {
        SM3Digest digest = new SM3Digest();
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[LENGTH];
        digest.doFinal(hash, 0);
        return hash;
    }
}
