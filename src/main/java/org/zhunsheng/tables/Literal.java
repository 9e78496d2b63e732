package org.zhunsheng.tables;

import java.math.BigDecimal;

/**
 * What a cell stores: text, number, date or boolean. {@code shown} is what its author wrote; {@code value} is normalised, so that
 * a figure typed with a Chinese keyboard counts like any other.
 */
public record Literal(Object value, String shown) {

    static Literal written(String text) {
        return new Literal(normal(text), text.strip());
    }

    /** A cell that is refused already; nothing more is to be said of it. */
    static Literal refused(String shown) {
        return new Literal(null, shown);
    }

    static Literal of(Object value) {
        return new Literal(value, value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value));
    }

    boolean isRefused() {
        return value == null;
    }

    /** The cell as text, whichever way its author entered it: a row numbered 1 is stored as a number. */
    String text() {
        return value instanceof String text ? text : shown;
    }

    /** Unicode's own normal form (NFKC) is not used: it reads 10² as 102. */
    static String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.strip().toCharArray()) {
            switch (c) {
                case '≥' -> out.append(">=");
                case '≤' -> out.append("<=");
                case '−', '–', '—' -> out.append('-');
                case '\u3000', '\u00a0' -> out.append(' ');
                default -> out.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
            }
        }
        return out.toString().strip();
    }

    /** Equal values look equal, whatever scale or exponent they came with. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
