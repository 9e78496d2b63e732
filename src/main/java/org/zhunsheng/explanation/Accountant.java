package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Gives an account of a recorded match or duplication check, by its core and the ledgers of the rule bases it names. */
final class Accountant {

    private final RuleBases bases;
    private final Map<String, FactModel> facts = new HashMap<>();
    private final Map<String, Sourcebook> books = new ConcurrentHashMap<>();

    Accountant(RuleBases bases) {
        this.bases = bases;
        bases.whenReleased(base -> books.remove(base.digest()));
        bases.catalogue().facts().forEach(fact -> facts.putIfAbsent(fact.path(), fact));
    }

    Account check(byte[] answer, Language language) {
        JsonNode envelope = envelope(answer, "searched", "不是查重的结果", "is no duplication check");
        return new CheckAccount(envelope, this, new Wording(language)).whole();
    }

    Account match(byte[] answer, Language language) {
        JsonNode envelope = envelope(answer, "combination", "不是找政策的结果", "is no match");
        return new MatchAccount(envelope, this, new Wording(language)).whole();
    }

    private static JsonNode envelope(byte[] answer, String having, String zh, String en) {
        JsonNode envelope = Explainer.tree(answer);
        if (!envelope.required("core").has(having)) {
            String id = envelope.path("id").asText();
            throw new ProblemException(ProblemCode.NOT_FOUND, id + " " + zh, id + " " + en);
        }
        return envelope;
    }

    Sourcebook book(String ruleBase) {
        return books.computeIfAbsent(ruleBase, digest -> new Sourcebook(bases.named(digest)));
    }

    Map<String, FactModel> facts() {
        return facts;
    }

    /** What a clause says in our words; without a name where the ledger has none of it. */
    static String title(Sourcebook book, String id, Wording wording) {
        Clause clause = book == null ? null : book.clause(id);
        return clause == null ? "" : wording.say(clause.zh(), clause.en());
    }

    static String number(Policy policy, Wording wording) {
        return policy.between() ? wording.say("文件之间", "between the documents") : policy.number();
    }

    static String joined(JsonNode texts, Wording wording) {
        return String.join(wording.comma(), StreamSupport.stream(texts.spliterator(), false).map(JsonNode::asText).toList());
    }

    /** A sum as a number; an empty text where there is none. */
    static Object yuan(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue() : "";
    }

    static BigDecimal zeroOr(JsonNode amount) {
        return amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO;
    }

    static List<Account.Column> columns(String... keysAndTitles) {
        return IntStream.range(0, keysAndTitles.length / 2).mapToObj(i -> new Account.Column(keysAndTitles[2 * i], keysAndTitles[2 * i + 1])).toList();
    }
}
