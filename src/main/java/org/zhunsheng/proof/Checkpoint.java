package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The state of a log, in the text form of C2SP tlog-checkpoint: origin, size and SHA-256 root, each on a line of its own, and as its
 * extension lines the root under SM3 and the time.
 */
record Checkpoint(String origin, long size, byte[] sha256, byte[] sm3, Instant time) {

    private static final String SM3_LINE = "sm3 ";
    private static final String TIME_LINE = "time ";
    private static final int LINES = 5;

    byte[] root(Hashing hashing) {
        return switch (hashing) {
            case SHA256 -> sha256;
            case SM3 -> sm3;
        };
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return origin + "\n" + size + "\n" + base64.encodeToString(sha256) + "\n" + SM3_LINE + base64.encodeToString(sm3) + "\n" + TIME_LINE + time + "\n";
    }

    /** Of what is not exactly what we write nothing is believed. */
    static Checkpoint read(String text) {
        String[] lines = text.split("\n", -1);
        try {
            if (lines.length == LINES + 1 && lines[3].startsWith(SM3_LINE) && lines[4].startsWith(TIME_LINE)) {
                Checkpoint read = new Checkpoint(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]),
                        Base64.getDecoder().decode(lines[3].substring(SM3_LINE.length())), Instant.parse(lines[4].substring(TIME_LINE.length())));
                if (read.size >= 0 && read.sha256.length == Hashing.LENGTH && read.sm3.length == Hashing.LENGTH && read.text().equals(text)) {
                    return read;
                }
            }
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            // the same answer as for a line too few
        }
        throw new IllegalArgumentException("not a checkpoint");
    }

    byte[] bytes() {
        return text().getBytes(UTF_8);
    }

    boolean sameTree(Checkpoint other) {
        return size == other.size && Arrays.equals(sha256, other.sha256) && Arrays.equals(sm3, other.sm3);
    }
}
