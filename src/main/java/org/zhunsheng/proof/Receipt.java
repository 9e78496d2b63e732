package org.zhunsheng.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhunsheng.wire.CanonicalJson;

/**
 * All that somebody needs who does not trust us: the answer as its caller received it, the entry of the log that attests it, the way
 * from there to the root, and the signed checkpoint that states the root.
 *
 * @param since    an older checkpoint and that its tree is the beginning of this one; null where nobody asked
 * @param keys     of the log, as it says itself; who has them from elsewhere compares
 * @param openings salts of the values under seal that the answer shows, by place; a value that was taken out has none
 */
record Receipt(byte[] answer, String checkpoint, byte[] entry, long leaf, Proof inclusion, Since since, List<String> keys,
               SortedMap<String, byte[]> openings) {

    static final String FORMAT = "zhunsheng-receipt/1";

    private static final ObjectMapper JSON = new ObjectMapper(Members.JSON);

    record Since(String checkpoint, Proof consistency) {
    }

    byte[] json() {
        CanonicalJson json = new CanonicalJson().object().name("answer").canonical(answer).name("checkpoint").value(checkpoint)
                .name("entry").canonical(entry).name("format").value(FORMAT);
        inclusion.write(json.name("inclusion").object().name("leaf").value(leaf).name("proof")).end().name("keys").array();
        keys.forEach(json::value);
        json.end().name("openings").object();
        openings.forEach((place, salt) -> json.name(place).value(Base64.getEncoder().encodeToString(salt)));
        json.end();
        if (since != null) {
            since.consistency.write(json.name("since").object().name("checkpoint").value(since.checkpoint).name("proof")).end();
        }
        return json.end().bytes();
    }

    /** Only what we would write in the same bytes is one: so nothing can be altered beside what the proof covers. */
    static Receipt read(byte[] file) throws IOException {
        Receipt read = loosely(file);
        if (!Arrays.equals(read.json(), file)) {
            throw new IOException("not in the form in which receipts are issued");
        }
        return read;
    }

    static Receipt loosely(byte[] file) throws IOException {
        Map<String, byte[]> members = Members.of(file);
        try {
            JsonNode json = JSON.readTree(file);
            JsonNode since = json.path("since");
            return new Receipt(required(members, "answer"), json.path("checkpoint").asText(), required(members, "entry"),
                    json.at("/inclusion/leaf").asLong(-1), Proof.read(json.at("/inclusion/proof")),
                    since.isObject() ? new Since(since.path("checkpoint").asText(), Proof.read(since.path("proof"))) : null,
                    texts(json.path("keys")), openings(json.path("openings")));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] required(Map<String, byte[]> members, String name) throws IOException {
        byte[] value = members.get(name);
        if (value == null) {
            throw new IOException("no member " + name);
        }
        return value;
    }

    /** The answer as the log attests it: every value that is shown goes back under its seal. */
    byte[] sealed() throws IOException {
        return new Seal(openings.keySet().stream().map(Receipt::name).collect(Collectors.toSet()),
                place -> Optional.ofNullable(openings.get(place))).over(answer);
    }

    private static String name(String place) {
        return place.substring(place.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static SortedMap<String, byte[]> openings(JsonNode object) {
        SortedMap<String, byte[]> openings = new TreeMap<>();
        object.properties().forEach(opening -> openings.put(opening.getKey(), Base64.getDecoder().decode(opening.getValue().asText())));
        return openings;
    }
}
