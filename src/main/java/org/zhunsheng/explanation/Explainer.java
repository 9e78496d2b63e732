package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Document;
import org.zhunsheng.explanation.Explanation.Identity;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.nearest.Lift;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.wire.Language;

/** Explains a recorded evaluation: reads its core, lays the ledger and the workbooks of the rule base it names beside it, and decides nothing. */
public final class Explainer {

    /** Exact decimals: an explanation shows the figures of the record. */
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private final Library library;
    private final Function<String, Policy.Text> registers;
    private final OfficialTexts texts;

    /** @param registers what a register is called, or null */
    Explainer(Library library, Function<String, Policy.Text> registers, OfficialTexts texts) {
        this.texts = texts;
        this.library = library;
        this.registers = registers;
    }

    public Explanation explain(byte[] answer, Language language) {
        return explain(answer, language, List.of());
    }

    /** @param lifts what would make each of its decisions better, in their order; empty where nobody looked for that */
    public Explanation explain(byte[] answer, Language language, List<List<Lift>> lifts) {
        JsonNode envelope = tree(answer);
        JsonNode core = envelope.required("core");
        Wording wording = new Wording(language);
        Sourcebook book = library.book(core.required("ruleBase").asText());
        Readings readings = new Readings(core.path("request").path("readings"), book.policy(), wording);
        Provenance provenance = new Provenance(core, registers, wording);
        Answers answers = new Answers(book, core, new Checks(book, library.facts(), provenance, readings, wording), wording, texts);
        List<Answer> explained = new ArrayList<>();
        Betterment betterment = new Betterment(book.policy(), library.facts(), wording);
        core.required("decisions").forEach(decision -> explained.add(answers.of(decision,
                explained.size() < lifts.size() ? betterment.of(lifts.get(explained.size())) : List.of())));
        return new Explanation(language, identity(envelope, core), document(book.policy(), wording), explained, provenance.searches(),
                readings.of(core.required("decisions")));
    }

    static JsonNode tree(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("记录不是有效的 JSON", e);
        }
    }

    /** A core's part as whoever reads cores expects to find it. */
    static JsonNode object(String name, JsonNode part) {
        return JSON.createObjectNode().set(name, part);
    }

    static Identity identity(JsonNode envelope, JsonNode core) {
        return new Identity(AnswerKind.of(core), envelope.path("id").asText(), envelope.path("time").asText(), envelope.path("caller").asText(),
                envelope.path("coreDigest").asText(), core.path("ruleBase").asText(), core.path("asOf").asText(), core.path("calendar").asText());
    }

    private static Document document(Policy policy, Wording wording) {
        return new Document(policy.policy(), policy.number(), said(policy.title(), wording), policy.issuer() == null ? "" : said(policy.issuer(), wording));
    }

    static String said(Policy.Text text, Wording wording) {
        return wording.say(text.zh(), text.en());
    }
}
