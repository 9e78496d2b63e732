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

    private byte[] bytes;
    private int length;
    private char[] characters = new char[256];
    private final String[] lastNames = new String[DEEPEST];
    private final boolean[] arrays = new boolean[DEEPEST];
    private int depth;
    private boolean separate;

    public CanonicalJson() {
        this(2048);
    }

    /** @param expected bytes, for what is known to be long */
    public CanonicalJson(int expected) {
        bytes = new byte[expected];
    }

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
        int end = ascii.length();
        grow(end);
        length += plain(characters(ascii), end, bytes, length);
        separate = true;
        return this;
    }

    private void separated() {
        if (separate) {
            put(',');
        }
    }

    private void string(String text) {
        int end = text.length();
        grow(end * 6 + 2);
        char[] read = characters(text);
        byte[] into = bytes;
        into[length++] = '"';
        int plain = plain(read, end, into, length);
        int at = length + plain;
        for (int i = plain; i < end; i++) {
            char c = read[i];
            if (c < 0x20 || c == '"' || c == '\\') {
                at = escape(c, at);
            } else if (c < 0x80) {
                into[at++] = (byte) c;
            } else if (c < 0x800) {
                into[at++] = (byte) (0xC0 | c >> 6);
                into[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                into[at++] = (byte) (0xE0 | c >> 12);
                into[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                into[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                at = supplementary(text, i++, at);
            }
        }
        into[at++] = '"';
        length = at;
    }

    /** Copies what stands for itself, and says how much that was: names and codes are nothing else. */
    private static int plain(char[] read, int end, byte[] into, int at) {
        for (int i = 0; i < end; i++) {
            char c = read[i];
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                return i;
            }
            into[at + i] = (byte) c;
        }
        return end;
    }

    /** Out of the string in one go: asked for one at a time, they cost more than all the rest. */
    private char[] characters(String text) {
        int end = text.length();
        if (characters.length < end) {
            characters = new char[end * 2];
        }
        text.getChars(0, end, characters, 0);
        return characters;
    }

    private int supplementary(String text, int index, int at) {
        int point = text.codePointAt(index);
        if (point < 0x10000) {
            throw new IllegalArgumentException("half a surrogate pair at " + index);
        }
        bytes[at] = (byte) (0xF0 | point >> 18);
        bytes[at + 1] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[at + 2] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[at + 3] = (byte) (0x80 | point & 0x3F);
        return at + 4;
    }

    private int escape(char c, int at) {
        int shorthand = "\b\t\n\f\r\"\\".indexOf(c);
        bytes[at] = '\\';
        if (shorthand >= 0) {
            bytes[at + 1] = (byte) "btnfr\"\\".charAt(shorthand);
            return at + 2;
        }
        bytes[at + 1] = 'u';
        bytes[at + 2] = '0';
        bytes[at + 3] = '0';
        bytes[at + 4] = HEX[c >> 4];
        bytes[at + 5] = HEX[c & 15];
        return at + 6;
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
