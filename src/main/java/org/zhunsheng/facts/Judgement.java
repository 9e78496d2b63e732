package org.zhunsheng.facts;

import java.time.LocalDate;

/** What a person decided at a discretion point: yes or no, or a grade of that point's scale; with who, when and why. */
public record Judgement(Object value, String by, LocalDate on, String reason) {
}
