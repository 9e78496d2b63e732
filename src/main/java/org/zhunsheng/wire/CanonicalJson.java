package org.zhunsheng.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as RFC 8785 wants it, so that equal content has equal bytes. Names must come in the order of their UTF-16 units and only
 * once: the writer refuses another order instead of sorting, because sorting would cost every answer for a mistake in one place.
 */
public final class CanonicalJson {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DEEPEST = 32;

    private byte[] bytes = new byte[2048];
    private int length;
    private final String[] lastNames = new String[DEEPEST];
    private final boolean[] arrays = new boolean[DEEPEST];
    private int depth;
    private boolean separate;

    public CanonicalJson object() {
        return open('{', false);
    }

    public CanonicalJson array() {
        return open('[', true);
    }

    private CanonicalJson open(char bracket, boolean array) {
        separated();
        put(bracket);
        depth++;
        lastNames[depth] = null;
        arrays[depth] = array;
        separate = false;
        return this;
    }

    public CanonicalJson end() {
        put(arrays[depth--] ? ']' : '}');
        separate = true;
        return this;
    }

    public CanonicalJson name(String name) {
        String last = lastNames[depth];
        if (last != null && last.compareTo(name) >= 0) {
            throw new IllegalStateException("\"" + name + "\" must stand before \"" + last + "\", and once");
        }
        lastNames[depth] = name;
        separated();
        string(name);
        put(':');
        separate = false;
        return this;
    }

    public CanonicalJson value(String text) {
        separated();
        string(text);
        separate = true;
        return this;
    }

    public CanonicalJson value(boolean truth) {
        return literal(truth ? "true" : "false");
    }

    public CanonicalJson value(long whole) {
        return literal(Long.toString(whole));
    }

    public CanonicalJson value(BigDecimal number) {
        return literal(Numbers.canonical(number));
    }

    /** A value that is canonical already, such as a core that was recorded. */
    public CanonicalJson canonical(byte[] json) {
        separated();
        grow(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        separate = true;
        return this;
    }

    public byte[] bytes() {
        if (depth != 0) {
            throw new IllegalStateException("not finished");
        }
        return Arrays.copyOf(bytes, length);
    }

    private CanonicalJson literal(String ascii) {
        separated();
        grow(ascii.length());
        ascii(ascii);
        separate = true;
        return this;
    }

    private void separated() {
        if (separate) {
            put(',');
        }
    }

    private void string(String text) {
        put('"');
        int end = text.length();
        grow(end * 6);
        for (int i = ascii(text); i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escape(c);
            } else if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                bytes[length++] = (byte) (0xE0 | c >> 12);
                bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
                bytes[length++] = (byte) (0x80 | c & 0x3F);
            } else {
                supplementary(text, i++);
            }
        }
        put('"');
    }

    /** Copies up to the first character that is more than itself; names and codes end here. */
    private int ascii(String text) {
        byte[] into = bytes;
        int at = length;
        int end = text.length();
        int i = 0;
        for (; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            into[at + i] = (byte) c;
        }
        length = at + i;
        return i;
    }

    private void supplementary(String text, int at) {
        int point = text.codePointAt(at);
        if (point < 0x10000) {
            throw new IllegalArgumentException("half a surrogate pair at " + at);
        }
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
    }

    private void escape(char c) {
        int shorthand = "\b\t\n\f\r\"\\".indexOf(c);
        bytes[length++] = '\\';
        if (shorthand >= 0) {
            bytes[length++] = (byte) "btnfr\"\\".charAt(shorthand);
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[c >> 4];
        bytes[length++] = HEX[c & 15];
    }

    private void put(char ascii) {
        grow(1);
        bytes[length++] = (byte) ascii;
    }

    private void grow(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
