package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A public key of a log, as C2SP writes verifier keys: its name, its id, and its kind before the key itself. */
public record Key(String name, Algorithm algorithm, byte[] bytes) {

    private static final int ID_LENGTH = 4;

    public Key {
        requireName(name);
    }

    static void requireName(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0 || name.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            throw new IllegalArgumentException("日志的名称不能为空，也不能有空白或加号：" + name);
        }
    }

    /** Short, to pick the key by; a signature convinces by itself. */
    byte[] id() {
        return Arrays.copyOf(Hashing.SHA256.of((name + "\n").getBytes(UTF_8), algorithm.tag(), bytes), ID_LENGTH);
    }

    public String idText() {
        return HexFormat.of().formatHex(id());
    }

    boolean verifies(byte[] text, byte[] signature) {
        return algorithm.verifies(bytes, text, signature);
    }

    public String written() {
        byte[] tag = algorithm.tag();
        byte[] typed = Arrays.copyOf(tag, tag.length + bytes.length);
        System.arraycopy(bytes, 0, typed, tag.length, bytes.length);
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    static Key read(String line) {
        String[] parts = line.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a key: " + line);
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        for (Algorithm algorithm : Algorithm.values()) {
            byte[] tag = algorithm.tag();
            if (typed.length > tag.length && Arrays.equals(tag, Arrays.copyOf(typed, tag.length))) {
                Key key = new Key(parts[0], algorithm, Arrays.copyOfRange(typed, tag.length, typed.length));
                if (key.written().equals(line)) {
                    return key;
                }
            }
        }
        throw new IllegalArgumentException("not a key: " + line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && written().equals(key.written());
    }

    @Override
    public int hashCode() {
        return written().hashCode();
    }

    @Override
    public String toString() {
        return written();
    }
}
