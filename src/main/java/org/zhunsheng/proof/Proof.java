package org.zhunsheng.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.zhunsheng.wire.CanonicalJson;

/** Hashes that lead from one place of the tree to another, under both functions. */
record Proof(List<byte[]> sha256, List<byte[]> sm3) {

    static Proof of(Function<Hashing, List<byte[]>> hashes) {
        return new Proof(hashes.apply(Hashing.SHA256), hashes.apply(Hashing.SM3));
    }

    List<byte[]> under(Hashing hashing) {
        return switch (hashing) {
            case SHA256 -> sha256;
            case SM3 -> sm3;
        };
    }

    CanonicalJson write(CanonicalJson json) {
        json.object();
        for (Hashing hashing : Hashing.values()) {
            json.name(hashing.label()).array();
            under(hashing).forEach(hash -> json.value(Base64.getEncoder().encodeToString(hash)));
            json.end();
        }
        return json.end();
    }

    static Proof read(JsonNode proof) {
        return of(hashing -> {
            List<byte[]> hashes = new ArrayList<>();
            proof.path(hashing.label()).forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.asText())));
            return hashes;
        });
    }
}
