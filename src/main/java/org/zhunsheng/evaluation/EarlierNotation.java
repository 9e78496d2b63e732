package org.zhunsheng.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.zhunsheng.wire.BeijingTime;

/**
 * Releases before this one wrote the ledger's moments in UTC. A replay says them as the record does where they are the same moments:
 * otherwise each upgrade of the notation would look as if the past were decided otherwise.
 */
final class EarlierNotation {

    private static final JsonFactory JSON = new JsonFactory();

    private EarlierNotation() {
    }

    static byte[] of(JsonNode recorded, byte[] again) {
        ByteArrayOutputStream written = new ByteArrayOutputStream(again.length);
        int copied = 0;
        try (JsonParser parser = JSON.createParser(again)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.VALUE_STRING || !isSameMoment(parser.getText(), recorded, parser)) {
                    continue;
                }
                int start = (int) parser.currentTokenLocation().getByteOffset();
                written.write(again, copied, start - copied);
                copied = (int) parser.currentLocation().getByteOffset();
                written.writeBytes(("\"" + recorded.at(parser.getParsingContext().pathAsPointer()).asText() + "\"").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
        written.write(again, copied, again.length - copied);
        return copied == 0 ? again : written.toByteArray();
    }

    private static boolean isSameMoment(String text, JsonNode recorded, JsonParser parser) {
        if (!text.endsWith("+08:00")) {
            return false;
        }
        String then = recorded.at(parser.getParsingContext().pathAsPointer()).asText();
        try {
            return then.endsWith("Z") && BeijingTime.read(then).equals(BeijingTime.read(text));
        } catch (DateTimeException noMoment) {
            return false;
        }
    }
}
