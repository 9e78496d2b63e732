package org.zhunsheng.rulebase;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Runs in the build: compiles every policy under rules-drl/ and puts sources and package where the service finds them at start. */
public final class BuildRuleBases {

    private BuildRuleBases() {
    }

    public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
        Path root = Path.of(args[0]);
        Path target = Files.createDirectories(Path.of(args[1]).resolve("rulebases"));
        Vocabulary.write(root, target);
        String vocabulary = vocabulary(Path.of(args[1]));
        List<String> policies = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root.resolve("rules-drl"))) {
            folders.filter(folder -> Files.exists(folder.resolve("policy.yaml"))).map(folder -> folder.getFileName().toString()).sorted()
                    .forEach(policies::add);
        }
        for (String policy : policies) {
            BuiltCases.write(root.resolve("rules-drl").resolve(policy), target.resolve(policy + ".cases.zip"));
            Sources sources = Sources.in(root, policy);
            String digest = sources.digest(Compiler.engine());
            Path built = target.resolve(policy + ".digest");
            Path by = target.resolve(policy + ".vocabulary");
            if (Files.exists(built) && Files.readString(built).equals(digest)
                    && Files.exists(by) && Files.readString(by).equals(vocabulary)) {
                System.out.println("rule base " + policy + " is up to date: " + digest);
                continue;
            }
            System.out.println("compiling rule base " + policy + " …");
            byte[] compiled = Compiler.compile(sources);
            Files.write(target.resolve(policy + ".jar"), compiled);
            Files.write(target.resolve(policy + ".zip"), sources.zip());
            Files.writeString(built, digest);
            Files.writeString(by, vocabulary);
            System.out.println("rule base " + policy + ": " + digest + ", " + compiled.length / 1024 + " kB");
        }
        Files.write(target.resolve("policies"), policies);
    }

    /** Packages hold calls to operators and records: where these are others, they want to be compiled again, though no rule changed. */
    private static String vocabulary(Path classes) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String named : List.of("calendar", "facts", "findings")) {
            try (Stream<Path> files = Files.walk(classes.resolve("org/zhunsheng/" + named))) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
