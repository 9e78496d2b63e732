package org.zhunsheng.rulebase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs in the build: compiles every policy under rules-drl/ and puts sources and package where the service finds them at start. */
public final class BuildRuleBases {

    private BuildRuleBases() {
    }

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Path target = Files.createDirectories(Path.of(args[1]).resolve("rulebases"));
        Vocabulary.write(root, target);
        List<String> policies = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root.resolve("rules-drl"))) {
            folders.filter(folder -> Files.exists(folder.resolve("policy.yaml"))).map(folder -> folder.getFileName().toString()).sorted()
                    .forEach(policies::add);
        }
        for (String policy : policies) {
            Sources sources = Sources.in(root, policy);
            String digest = sources.digest(Compiler.engine());
            Path built = target.resolve(policy + ".digest");
            if (Files.exists(built) && Files.readString(built).equals(digest) && !isOlderThanItsVocabulary(built, Path.of(args[1]))) {
                System.out.println("rule base " + policy + " is up to date: " + digest);
                continue;
            }
            System.out.println("compiling rule base " + policy + " …");
            byte[] compiled = Compiler.compile(sources);
            Files.write(target.resolve(policy + ".jar"), compiled);
            Files.write(target.resolve(policy + ".zip"), sources.zip());
            Files.writeString(built, digest);
            System.out.println("rule base " + policy + ": " + digest + ", " + compiled.length / 1024 + " kB");
        }
        Files.write(target.resolve("policies"), policies);
    }

    /** Packages hold calls to operators and records: a changed class wants them compiled again, though no source of theirs changed. */
    private static boolean isOlderThanItsVocabulary(Path built, Path classes) throws IOException {
        FileTime then = Files.getLastModifiedTime(built);
        try (Stream<Path> files = Files.walk(classes.resolve("org/zhunsheng"))) {
            for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".class"))::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(then) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
