package org.zhunsheng.similarity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The two lists that weights come from, as they stand beside this package. */
final class Tables {

    private Tables() {
    }

    /** Short, but another one whenever a list is. */
    static String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of("background.tsv", "boilerplate.txt").flatMap(Tables::lines)
                    .forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
            digest.update(Simplified.forms().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static Stream<String> lines(String file) {
        try (InputStream stream = Tables.class.getResourceAsStream("/similarity/" + file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
