package org.zhunsheng.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.zhunsheng.record.Earlier;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** An answer: the core in its envelope. Only the envelope knows when, for whom, under which name and after which judgement. */
public record Answer(String id, Instant time, String caller, boolean simulated, Follows follows, String coreDigest, byte[] core) {

    /** What a decision came after: another decision, a judgement on it, and what that one made of earlier judgements. */
    public record Follows(String decision, String judgement, Earlier earlier) {
    }

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] CORE = "\"core\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER_CORE = ",\"coreDigest\":\"".getBytes(StandardCharsets.US_ASCII);

    public byte[] json() {
        CanonicalJson json = new CanonicalJson().object().name("caller").value(caller).name("core").canonical(core)
                .name("coreDigest").value(coreDigest);
        if (follows != null) {
            json.name("follows").object().name("decision").value(follows.decision).name("judgement").value(follows.judgement)
                    .name("leavesOut").array();
            follows.earlier.leavesOut().forEach(json::value);
            json.end().name("supersedes").array();
            follows.earlier.supersedes().forEach(json::value);
            json.end().end();
        }
        if (id != null) {
            json.name("id").value(id);
        }
        return json.name("simulated").value(simulated).name("time").value(BeijingTime.of(time)).end().bytes();
    }

    static String text(byte[] object, String name) {
        try {
            return JSON.createParser(member(object, name)).nextTextValue();
        } catch (IOException e) {
            throw new IllegalStateException("记录不是有效的 JSON", e);
        }
    }

    /**
     * The core of an answer, most of its bytes, found without reading it: answers are canonical, and no text in JSON holds a quotation mark
     * as it is, so what looks like the names around the core is these names.
     */
    public static byte[] core(byte[] answer) {
        int before = 0;
        while (!isAt(answer, before, CORE)) {
            before++;
        }
        int after = answer.length - AFTER_CORE.length;
        while (!isAt(answer, after, AFTER_CORE)) {
            after--;
        }
        return Arrays.copyOfRange(answer, before + CORE.length, after);
    }

    private static boolean isAt(byte[] answer, int place, byte[] name) {
        if (place < 0 || place + name.length > answer.length) {
            throw new IllegalStateException("记录中没有核心内容");
        }
        return Arrays.equals(answer, place, place + name.length, name, 0, name.length);
    }

    /** The bytes of one member of a JSON object, as they stand there. */
    public static byte[] member(byte[] object, String name) {
        byte[] found = found(object, name);
        if (found == null) {
            throw new IllegalStateException("记录中没有 " + name);
        }
        return found;
    }

    static boolean has(byte[] object, String name) {
        return found(object, name) != null;
    }

    private static byte[] found(byte[] object, String name) {
        try (JsonParser json = JSON.createParser(object)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(name);
                json.nextToken();
                int start = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                // texts are read only when somebody looks at them
                json.finishToken();
                if (wanted) {
                    return Arrays.copyOfRange(object, start, (int) json.currentLocation().getByteOffset());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("记录不是有效的 JSON", e);
        }
        return null;
    }
}
