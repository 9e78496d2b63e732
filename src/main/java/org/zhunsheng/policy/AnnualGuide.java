package org.zhunsheng.policy;

import java.util.List;
import java.util.stream.Stream;
import org.zhunsheng.facts.Question;

/**
 * That the document leaves much to a notice of every year (申报通知、申报指南): the clause that does, the questions it concerns, and the facts
 * it answers where the caller says nothing of them: its closing day, and that it was published.
 */
public record AnnualGuide(String clause, List<Question> questions, String closingDay, String published) {

    public List<String> facts() {
        return Stream.of(closingDay, published).filter(fact -> fact != null).toList();
    }
}
