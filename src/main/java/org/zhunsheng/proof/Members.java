package org.zhunsheng.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.zhunsheng.wire.CanonicalJson;

/** A JSON object taken apart and put together by the bytes of its members: proofs are about bytes, and reading a value may lose some. */
final class Members {

    static final JsonFactory JSON = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Members() {
    }

    static Map<String, byte[]> of(byte[] object) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(object)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not an object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                int start = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                json.finishToken();
                members.put(name, Arrays.copyOfRange(object, start, (int) json.currentLocation().getByteOffset()));
            }
            if (json.nextToken() != null) {
                throw new IOException("more than an object");
            }
        }
        return members;
    }

    static byte[] together(Map<String, byte[]> members) throws IOException {
        try {
            CanonicalJson json = new CanonicalJson().object();
            members.forEach((name, value) -> json.name(name).canonical(value));
            return json.end().bytes();
        } catch (IllegalStateException outOfOrder) {
            throw new IOException(outOfOrder);
        }
    }
}
