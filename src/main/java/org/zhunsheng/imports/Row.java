package org.zhunsheng.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A row whose cells are what their columns require; what was left empty is null. */
public record Row(int line, Map<String, Object> values) {

    /** A text, a code, or the constant of an enumeration. */
    public String text(String key) {
        return (String) values.get(key);
    }

    public LocalDate day(String key) {
        return (LocalDate) values.get(key);
    }

    public BigDecimal yuan(String key) {
        return (BigDecimal) values.get(key);
    }
}
