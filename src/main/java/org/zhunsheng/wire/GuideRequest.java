package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.List;

/** The notice of a year, as whoever enters it writes it down; days that it does not name are null. */
public record GuideRequest(LocalDate opensOn, LocalDate closesOn, List<String> keyFields, List<String> keyCountries, List<Limit> limits, String source) {

    /** What the notice requires beyond the document, at one of its clauses. */
    public record Limit(String clause, String zh, String en) {
    }
}
