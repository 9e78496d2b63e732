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
        byte[] core = Answer.member(answer, "core");
        JsonNode around = around(core);
        if (!around.has(CONCLUDES)) {
            return Optional.empty();
        }
        String then = around.required("ruleBase").asText();
        // what has changed since by other editions is none of this one's doing
        byte[] before = then.equals(base.digest()) ? core : evaluations.under(core, around, base).core();
        byte[] after = evaluations.under(core, around, draft).core();
        return Optional.of(same(before, after) ? List.of() : Flip.of(decision, Comparison.tree(before), Comparison.tree(after)));
    }

    private boolean same(byte[] before, byte[] after) {
        return before.length == after.length && new String(before, StandardCharsets.ISO_8859_1).replace(base.digest(), draft.digest())
                .equals(new String(after, StandardCharsets.ISO_8859_1));
    }

    /** A core without what it concludes, but that it does, and what it was asked: these are its largest parts. */
    private static JsonNode around(byte[] core) {
        ObjectNode around = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(core)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(CONCLUDES) || name.equals("request")) {
                    parser.skipChildren();
                    around.put(name, true);
                } else {
                    around.set(name, parser.readValueAsTree());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return around;
    }
}
