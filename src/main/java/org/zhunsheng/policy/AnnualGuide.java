package org.zhunsheng.policy;

import java.util.List;
import org.zhunsheng.facts.Question;

/**
 * That the document leaves much to a notice of every year (申报通知、申报指南): the clause that does, the questions it concerns, and the fact
 * that the notice's closing day is where the caller says nothing of it.
 */
public record AnnualGuide(String clause, List<Question> questions, String closingDay) {
}
