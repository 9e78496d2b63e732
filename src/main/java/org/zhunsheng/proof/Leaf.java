package org.zhunsheng.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhunsheng.wire.CanonicalJson;

/**
 * An entry of the log: what it attests, and the digests of its parts. A decision has two, so that one can tell whether what was decided
 * was altered, or when, for whom and under which name.
 */
record Leaf(Kind kind, String reference, SortedMap<String, Digests> parts) {

    static final String CORE = "core";
    static final String ENVELOPE = "envelope";
    static final String CONTENT = "content";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param answer as the caller received it, personal values under seal */
    static Leaf ofDecision(String id, byte[] answer) throws IOException {
        Map<String, byte[]> envelope = Members.of(answer);
        byte[] core = envelope.remove(CORE);
        if (core == null) {
            throw new IOException("an answer without a core");
        }
        return new Leaf(Kind.DECISION, id, new TreeMap<>(Map.of(CORE, Digests.of(core), ENVELOPE, Digests.of(Members.together(envelope)))));
    }

    static Leaf of(Kind kind, String reference, byte[] content) {
        return new Leaf(kind, reference, new TreeMap<>(Map.of(CONTENT, Digests.of(content))));
    }

    byte[] bytes() {
        CanonicalJson json = new CanonicalJson().object();
        parts.forEach((name, digests) -> digests.write(json.name(name)));
        return json.name("kind").value(kind.name()).name("reference").value(reference).end().bytes();
    }

    static Leaf read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            SortedMap<String, Digests> parts = new TreeMap<>();
            json.properties().stream().filter(member -> member.getValue().isObject())
                    .forEach(member -> parts.put(member.getKey(), Digests.read(member.getValue())));
            return new Leaf(Kind.valueOf(json.path("kind").asText()), json.path("reference").asText(), parts);
        } catch (IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
