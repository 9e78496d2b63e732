package org.zhunsheng.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HexFormat;
import org.zhunsheng.wire.CanonicalJson;

/** Of one content, under both functions. */
record Digests(byte[] sha256, byte[] sm3) {

    private static final HexFormat HEX = HexFormat.of();

    static Digests of(byte[]... content) {
        return new Digests(Hashing.SHA256.of(content), Hashing.SM3.of(content));
    }

    static Digests ofLeaf(byte[] entry) {
        return new Digests(Hashing.SHA256.leaf(entry), Hashing.SM3.leaf(entry));
    }

    static Digests ofNode(Digests left, Digests right) {
        return new Digests(Hashing.SHA256.node(left.sha256, right.sha256), Hashing.SM3.node(left.sm3, right.sm3));
    }

    byte[] under(Hashing hashing) {
        return switch (hashing) {
            case SHA256 -> sha256;
            case SM3 -> sm3;
        };
    }

    CanonicalJson write(CanonicalJson json) {
        return json.object().name("sha256").value(HEX.formatHex(sha256)).name("sm3").value(HEX.formatHex(sm3)).end();
    }

    static Digests read(JsonNode digests) {
        return new Digests(HEX.parseHex(digests.path("sha256").asText()), HEX.parseHex(digests.path("sm3").asText()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digests digests && Arrays.equals(sha256, digests.sha256) && Arrays.equals(sm3, digests.sm3);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }
}
