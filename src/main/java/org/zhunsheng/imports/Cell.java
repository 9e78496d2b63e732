package org.zhunsheng.imports;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a cell of a file holds: the stored value, never its display. Text files hold text only. */
sealed interface Cell {

    /** As a person would write it. */
    String written();

    record Text(String written) implements Cell {
    }

    record Figure(BigDecimal number) implements Cell {
        @Override
        public String written() {
            return number.toPlainString();
        }
    }

    record Day(LocalDate day) implements Cell {
        @Override
        public String written() {
            return day.toString();
        }
    }

    /** A value nobody should rely on, such as a formula's. */
    record Unusable(String written, String zh, String en) implements Cell {
    }
}
