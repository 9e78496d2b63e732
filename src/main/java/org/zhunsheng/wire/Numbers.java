package org.zhunsheng.wire;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal numbers between the wire and {@link BigDecimal}, without a double in between. Fifteen significant digits are what every
 * double carries unharmed, so that callers whose JSON library knows only doubles read the number that was meant.
 */
final class Numbers {

    static final int DIGITS = 15;

    /** Rounding down keeps a quotient on its side of any requirement: 69.999… is never shown as 70. */
    private static final MathContext SHOWN = new MathContext(DIGITS, RoundingMode.FLOOR);

    private Numbers() {
    }

    /** Whether the text of a JSON number uses an exponent, which could ask for a number of any size. */
    static boolean hasExponent(char[] text, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if ((text[i] | 0x20) == 'e') {
                return true;
            }
        }
        return false;
    }

    /**
     * The number of a JSON text without exponent; zeros after the last decimal say nothing and are dropped, so that 45000.00 and 45000
     * are one fact. Null for more than fifteen digits.
     */
    static BigDecimal decimal(char[] text, int from, int length) {
        int at = text[from] == '-' ? from + 1 : from;
        int end = withoutTrailingZeros(text, at, from + length);
        long unscaled = 0;
        int digits = 0;
        int scale = -1;
        for (; at < end; at++) {
            if (text[at] == '.') {
                scale = 0;
                continue;
            }
            digits += digits > 0 || text[at] != '0' ? 1 : 0;
            if (digits > DIGITS) {
                return null;
            }
            unscaled = unscaled * 10 + (text[at] - '0');
            scale += scale < 0 ? 0 : 1;
        }
        return unscaled == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(text[from] == '-' ? -unscaled : unscaled, Math.max(scale, 0));
    }

    private static int withoutTrailingZeros(char[] text, int from, int end) {
        int point = from;
        while (point < end && text[point] != '.') {
            point++;
        }
        if (point == end) {
            return end;
        }
        while (text[end - 1] == '0') {
            end--;
        }
        return end - 1 == point ? point : end;
    }

    /** As ECMAScript writes the number, which is what RFC 8785 asks for. */
    static String canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        if (number.scale() == 0 && number.precision() <= DIGITS) {
            return number.toString();
        }
        BigDecimal shortest = number.round(SHOWN).stripTrailingZeros();
        int point = shortest.precision() - shortest.scale();
        if (point > -6 && point <= 21) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (shortest.signum() < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
    }
}
