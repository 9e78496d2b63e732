package org.zhunsheng.wire;

import static org.zhunsheng.wire.ProblemCode.NOT_A_DATE;
import static org.zhunsheng.wire.ProblemCode.NOT_A_NUMBER;
import static org.zhunsheng.wire.ProblemCode.NULL_REFUSED;
import static org.zhunsheng.wire.ProblemCode.OUT_OF_RANGE;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_VALUE;
import static org.zhunsheng.wire.ProblemCode.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads one scalar just as its fact declares it. Nothing is coerced: a caller who writes "true" may mean the word. */
final class ValueReader {

    private static final Map<FactKind, String[]> EXPECTED = Map.of(
            FactKind.BOOLEAN, new String[] {"true 或 false", "true or false"},
            FactKind.INTEGER, new String[] {"不带小数点的整数", "an integer without decimal point"},
            FactKind.DECIMAL, new String[] {"数字", "a number"},
            FactKind.MONEY, new String[] {"以元为单位的数字", "a number of yuan"},
            FactKind.DATE, new String[] {"形如 2023-03-15 的日期文本", "a date such as \"2023-03-15\""},
            FactKind.TEXT, new String[] {"文本", "a text"},
            FactKind.ENUM, new String[] {"代码文本", "a code"},
            FactKind.RECORD, new String[] {"对象", "an object"},
            FactKind.LIST, new String[] {"列表", "a list"},
            FactKind.YEAR_MAP, new String[] {"以年份为键的对象", "an object with years as keys"});

    private final JsonInput in;
    private final JsonParser json;

    ValueReader(JsonInput in) {
        this.in = in;
        this.json = in.json;
    }

    Object scalar(FactModel fact, FactKind kind) throws IOException {
        JsonToken token = json.currentToken();
        return switch (kind) {
            case BOOLEAN -> token == JsonToken.VALUE_TRUE ? Boolean.TRUE : token == JsonToken.VALUE_FALSE ? Boolean.FALSE : mismatch(fact, kind);
            case INTEGER -> token == JsonToken.VALUE_NUMBER_INT ? integer(fact) : mismatch(fact, kind);
            case DECIMAL -> token.isNumeric() ? decimal(fact, 6) : mismatch(fact, kind);
            case MONEY -> token.isNumeric() ? decimal(fact, 2) : mismatch(fact, kind);
            case DATE -> token == JsonToken.VALUE_STRING ? date(fact) : mismatch(fact, kind);
            case TEXT -> token == JsonToken.VALUE_STRING ? in.text(fact.label(), fact.path()) : mismatch(fact, kind);
            case ENUM -> token == JsonToken.VALUE_STRING ? constant(fact) : mismatch(fact, kind);
            default -> mismatch(fact, kind);
        };
    }

    /** To the millisecond, as every answer writes it. */
    Instant moment(FactModel fact) throws IOException {
        String written = (String) scalar(fact, FactKind.TEXT);
        try {
            return written == null ? null : BeijingTime.read(written).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            return in.refuse(NOT_A_DATE, "“" + fact.label() + "”应为带时区的时刻，如 " + BeijingTime.EXAMPLE,
                    fact.path() + " must be a time with its offset, such as " + BeijingTime.EXAMPLE);
        }
    }

    <T> T mismatch(FactModel fact, FactKind kind) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return in.refuse(NULL_REFUSED, "“" + fact.label() + "”不接受 null：未知请省略"
                            + (fact.admitsNone() ? "；确知" + fact.none() + "，请写 {\"none\": true}" : ""),
                    fact.path() + " must not be null: leave it out if it is not known"
                            + (fact.admitsNone() ? "; write {\"none\": true} if it is known to be none" : ""));
        }
        String[] expected = EXPECTED.get(kind);
        String none = fact.admitsNone() ? " {\"none\": true}" : "";
        return in.refuse(WRONG_TYPE, "“" + fact.label() + "”应为" + expected[0] + (fact.admitsNone() ? "或" + none : ""),
                fact.path() + " must be " + expected[1] + (fact.admitsNone() ? " or" + none : ""));
    }

    private Integer integer(FactModel fact) throws IOException {
        BigDecimal number = Numbers.decimal(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        if (number == null || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”的数值过大", fact.path() + " is too large a number");
        }
        return limited(fact, number) == null ? null : number.intValue();
    }

    private BigDecimal decimal(FactModel fact, int decimals) throws IOException {
        char[] text = json.getTextCharacters();
        int from = json.getTextOffset();
        int length = json.getTextLength();
        if (Numbers.hasExponent(text, from, length)) {
            return in.refuse(NOT_A_NUMBER, "“" + fact.label() + "”不接受指数记法", fact.path() + " must be written without an exponent");
        }
        BigDecimal number = Numbers.decimal(text, from, length);
        if (number == null) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”超过 15 位有效数字", fact.path() + " has more than 15 significant digits");
        }
        if (number.scale() > decimals) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”至多 " + decimals + " 位小数",
                    fact.path() + " has more than " + decimals + " decimals");
        }
        return limited(fact, number);
    }

    private BigDecimal limited(FactModel fact, BigDecimal number) throws IOException {
        if (fact.min() != null && number.compareTo(fact.min()) < 0) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”不得小于 " + fact.min(), fact.path() + " must be at least " + fact.min());
        }
        if (fact.max() != null && number.compareTo(fact.max()) > 0) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”不得大于 " + fact.max(), fact.path() + " must be at most " + fact.max());
        }
        return number;
    }

    private LocalDate date(FactModel fact) throws IOException {
        LocalDate date = date(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        return date != null ? date : in.refuse(NOT_A_DATE, "“" + fact.label() + "”不是存在的日期，应形如 2023-03-15",
                fact.path() + " is no existing date of the form 2023-03-15");
    }

    /** By hand: the JDK's formatter takes longer than all the rest of a block. */
    private static LocalDate date(char[] text, int from, int length) {
        if (length != 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int year = digits(text, from, 4);
        int month = digits(text, from + 5, 2);
        int day = digits(text, from + 8, 2);
        boolean exists = year > 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** A number of so many digits, or less than 0. */
    private static int digits(char[] text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private Object constant(FactModel fact) throws IOException {
        String written = json.getText();
        Object constant = fact.constants().get(written);
        return constant != null ? constant : in.refuse(UNKNOWN_VALUE,
                "“" + fact.label() + "”没有代码 " + Texts.quoted(written) + "，可用：" + String.join("、", fact.constants().keySet()),
                fact.path() + " has no code " + Texts.quoted(written) + "; admitted: " + String.join(", ", fact.constants().keySet()));
    }
}
