package org.zhunsheng.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("规范 JSON（RFC 8785）")
class CanonicalJsonTest {

    private static String text(CanonicalJson json) {
        return new String(json.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("对象、数组、各种值之间只有必要的标点")
    void writesNoSpace() {
        assertEquals("{\"a\":[],\"b\":[1,true,{\"c\":\"d\"},{}],\"e\":{},\"f\":-5}", text(new CanonicalJson().object().name("a").array().end()
                .name("b").array().value(1).value(true).object().name("c").value("d").end().object().end().end()
                .name("e").object().end().name("f").canonical("-5".getBytes(StandardCharsets.US_ASCII)).end()));
    }

    @Test
    @DisplayName("标准中的字符串样例")
    void escapesAsTheStandardShows() {
        assertEquals("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", text(new CanonicalJson().value("€$\u000F\nA'B\"\\\\\"/")));
        assertEquals("\"\\b\\t\\f\\r\\u0000\\u001f\u007f\u0080😀中\"", text(new CanonicalJson().value("\b\t\f\r\0\u001f\u007f\u0080😀中")));
        assertThrows(IllegalArgumentException.class, () -> new CanonicalJson().value("\ud800x"));
    }

    @Test
    @DisplayName("标准中的键序样例：按 UTF-16 码元而非码点")
    void ordersNamesAsTheStandardShows() {
        CanonicalJson json = new CanonicalJson().object();
        List.of("\r", "1", "\u0080", "ö", "€", "😀", "\ufb33").forEach(name -> json.name(name).value(true));
        json.end();
        assertThrows(IllegalStateException.class, () -> new CanonicalJson().object().name("\ufb33").value(1).name("😀"));
    }

    @Test
    @DisplayName("键序颠倒或重复、没有写完，都不能成文")
    void refusesDisorder() {
        assertThrows(IllegalStateException.class, () -> new CanonicalJson().object().name("b").value(1).name("a"));
        assertThrows(IllegalStateException.class, () -> new CanonicalJson().object().name("a").value(1).name("a"));
        assertThrows(IllegalStateException.class, () -> new CanonicalJson().object().bytes());
        new CanonicalJson().object().name("b").object().name("z").value(1).end().name("c").object().name("a").value(1).end().end();
    }

    @Test
    @DisplayName("长文本使缓冲区增长而内容不变")
    void grows() {
        String text = "字".repeat(5000);
        assertArrayEquals(("[\"" + text + "\",\"" + text + "\"]").getBytes(StandardCharsets.UTF_8),
                new CanonicalJson().array().value(text).value(text).end().bytes());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("数字写成 ECMAScript 的样子")
    @CsvSource({"0, 0", "-0.00, 0", "45000.00, 45000", "0.50, 0.5", "1E+3, 1000", "4.50, 4.5", "-12.340, -12.34", "0.000001, 0.000001",
        "0.0000001, 1e-7", "0.00000012, 1.2e-7", "1E+20, 100000000000000000000", "1E+21, 1e+21", "-1.5E+22, -1.5e+22", "999999999999999, 999999999999999",
        "100000000000000, 100000000000000", "2E-3, 0.002", "123456789012.345, 123456789012.345"})
    void writesNumbers(BigDecimal number, String expected) {
        assertEquals(expected, text(new CanonicalJson().value(number)));
    }

    @Test
    @DisplayName("超过十五位的商向下取，绝不越过所要求的数")
    void cutsQuotientsDown() {
        BigDecimal almost = new BigDecimal("69.99999999999999999");
        assertEquals("69.9999999999999", text(new CanonicalJson().value(almost)));
        assertEquals("66.6666666666666", text(new CanonicalJson().value(new BigDecimal(200).divide(new BigDecimal(3), MathContext.DECIMAL128))));
        assertEquals("-0.333333333333334", text(new CanonicalJson().value(new BigDecimal(-1).divide(new BigDecimal(3), MathContext.DECIMAL128))));
    }

    @Test
    @DisplayName("任取十万个十五位以内的数，写法与 ECMAScript 对该双精度数的写法一致")
    void agreesWithEcmaScript() {
        Random random = new Random(8785);
        for (int i = 0; i < 100_000; i++) {
            long digits = random.nextLong() % (long) Math.pow(10, 1 + random.nextInt(15));
            BigDecimal number = BigDecimal.valueOf(digits, random.nextInt(40) - 12);
            assertEquals(ecmaScript(number.doubleValue()), text(new CanonicalJson().value(number)), number::toString);
        }
    }

    /** Number::toString of ECMA-262, with the shortest digits found by trying: slow, and nothing in common with the code under test. */
    private static String ecmaScript(double number) {
        if (number == 0) {
            return "0";
        }
        if (number < 0) {
            return "-" + ecmaScript(-number);
        }
        int precision = 1;
        while (new BigDecimal(number).round(new MathContext(precision)).doubleValue() != number) {
            precision++;
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(precision));
        String s = rounded.unscaledValue().toString().replaceAll("0+$", "");
        int k = s.length();
        int n = (int) Math.floor(Math.log10(number)) + 1;
        n = new BigDecimal("1E" + n).compareTo(rounded) <= 0 ? n + 1 : new BigDecimal("1E" + (n - 1)).compareTo(rounded) > 0 ? n - 1 : n;
        if (k <= n && n <= 21) {
            return s + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return s.substring(0, n) + "." + s.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + s;
        }
        String exponent = (n - 1 < 0 ? "-" : "+") + Math.abs(n - 1);
        return k == 1 ? s + "e" + exponent : s.charAt(0) + "." + s.substring(1) + "e" + exponent;
    }

    @Test
    @DisplayName("摘要是内容的 SHA-256")
    void digests() {
        assertEquals("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.of("abc".getBytes(StandardCharsets.US_ASCII)));
    }
}
