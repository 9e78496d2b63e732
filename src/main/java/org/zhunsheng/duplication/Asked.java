package org.zhunsheng.duplication;

import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.facts.Judgement;

/** What somebody would be supported for: under which direction and clause, for which content, on which day, and how the text is to be read. */
record Asked(String unitCode, String direction, String clause, String contentKey, LocalDate day, Map<String, String> readings, Map<String, Judgement> judgements) {
}
