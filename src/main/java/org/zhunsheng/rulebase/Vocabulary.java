package org.zhunsheng.rulebase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java that rules call: the same rules over other operators decide otherwise and are another rule base. Of its sources a digest is taken
 * in the build; class files would differ from compiler to compiler, and a version kept by hand would be forgotten.
 */
public final class Vocabulary {

    private static final List<String> PACKAGES = List.of("calendar", "facts", "findings");
    private static final String NAME = "vocabulary";

    private Vocabulary() {
    }

    static void write(Path root, Path rulebases) throws IOException {
        Files.writeString(rulebases.resolve(NAME), digest(root));
    }

    static String digest(Path root) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String name : PACKAGES) {
                try (Stream<Path> files = Files.list(root.resolve("src/main/java/org/zhunsheng/" + name))) {
                    for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                        String source = Files.readString(file).replace("\r\n", "\n");
                        sha.update((name + "/" + file.getFileName() + "\n" + source.length() + "\n" + source).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String current() {
        try (InputStream in = Vocabulary.class.getResourceAsStream("/rulebases/" + NAME)) {
            if (in == null) {
                throw new IllegalStateException("缺少规则库文件 rulebases/" + NAME + "：请先运行 mvn process-classes");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
