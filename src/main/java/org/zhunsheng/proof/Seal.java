package org.zhunsheng.proof;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhunsheng.wire.CanonicalJson;

/**
 * Puts values of a JSON text under seal: each is replaced by a commitment to it, the digests of a salt and the value. The text without
 * the values still has the digests that the log attests, and without the salt nobody finds a value by trying.
 *
 * @param names what the members are called that may be concerned: places are spelled out only for them
 * @param salt  for the value at a JSON pointer; nothing where it is not under seal
 */
record Seal(Set<String> names, Function<String, Optional<byte[]>> salt) {

    byte[] over(byte[] json) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(json.length);
        int copied = 0;
        try (JsonParser parser = Members.JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
                    continue;
                }
                JsonStreamContext at = token.isStructStart() ? parser.getParsingContext().getParent() : parser.getParsingContext();
                if (!at.inObject() || !names.contains(at.getCurrentName())) {
                    continue;
                }
                Optional<byte[]> found = salt.apply(at.pathAsPointer().toString());
                if (found.isPresent()) {
                    int start = (int) parser.currentTokenLocation().getByteOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    sealed.write(json, copied, start - copied);
                    copied = (int) parser.currentLocation().getByteOffset();
                    sealed.write(commitment(found.get(), Arrays.copyOfRange(json, start, copied)));
                }
            }
        }
        sealed.write(json, copied, json.length - copied);
        return copied == 0 ? json : sealed.toByteArray();
    }

    private static byte[] commitment(byte[] salt, byte[] value) {
        return Digests.of(salt, value).write(new CanonicalJson().object().name("sealed")).end().bytes();
    }
}
