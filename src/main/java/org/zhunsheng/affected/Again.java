package org.zhunsheng.affected;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBase;

/**
 * One decision made again under a draft, and what of it flips. Most do not: those are told by their bytes, and nothing of what they conclude
 * is read.
 */
record Again(Evaluations evaluations, RuleBase base, RuleBase draft) {

    private static final String CONCLUDES = "decisions";
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Nothing where it is no evaluation. */
    Optional<List<Flip>> of(String decision, byte[] answer) {
        byte[] core = Answer.core(answer);
        Asked asked = asked(core);
        JsonNode around = asked.around;
        if (!around.has(CONCLUDES)) {
            return Optional.empty();
        }
        String then = around.required("ruleBase").asText();
        // what has changed since by other editions is none of this one's doing
        byte[] before = then.equals(base.digest()) ? core : evaluations.under(asked.request, around, base).core();
        byte[] after = evaluations.under(asked.request, around, draft).core();
        return Optional.of(same(before, after) ? List.of() : Flip.of(decision, Comparison.tree(before), Comparison.tree(after)));
    }

    private boolean same(byte[] before, byte[] after) {
        return before.length == after.length && new String(before, StandardCharsets.ISO_8859_1).replace(base.digest(), draft.digest())
                .equals(new String(after, StandardCharsets.ISO_8859_1));
    }

    private record Asked(byte[] request, JsonNode around) {
    }

    /** What was asked, and a core without that and without what it concludes, but that it does: these are its largest parts. Read once. */
    private static Asked asked(byte[] core) {
        ObjectNode around = JSON.createObjectNode();
        byte[] request = {};
        try (JsonParser parser = JSON.createParser(core)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getByteOffset();
                if (name.equals(CONCLUDES)) {
                    parser.skipChildren();
                    around.put(name, true);
                } else if (name.equals("request")) {
                    parser.skipChildren();
                    around.put(name, true);
                    request = Arrays.copyOfRange(core, start, (int) parser.currentLocation().getByteOffset());
                } else {
                    around.set(name, parser.readValueAsTree());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Asked(request, around);
    }
}
