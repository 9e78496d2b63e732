package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.wire.Language;

/** Gives an account of a recorded match or duplication check, by its core and the ledgers of the rule bases it names. */
@Singleton
final class Accountant {

    private final Answers answers;
    private final Library library;

    Accountant(Answers answers, Library library) {
        this.answers = answers;
        this.library = library;
    }

    Account check(String id, Language language) {
        return new CheckAccount(Explainer.tree(answers.recorded(AnswerKind.CHECK, id)), library, new Wording(language)).whole();
    }

    Account match(String id, Language language) {
        return new MatchAccount(Explainer.tree(answers.recorded(AnswerKind.MATCH, id)), library, new Wording(language)).whole();
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
