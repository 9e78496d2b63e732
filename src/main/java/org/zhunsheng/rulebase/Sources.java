package org.zhunsheng.rulebase;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Everything a rule base of one policy is made of, by path: ledger, rules, workbooks and their dictionary. */
public record Sources(String policy, SortedMap<String, byte[]> files) {

    public static Sources in(Path root, String policy) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String folder : new String[] {"rules-drl/", "decision-tables/"}) {
            Path from = root.resolve(folder + policy);
            if (!Files.isDirectory(from)) {
                continue;
            }
            try (Stream<Path> found = Files.list(from)) {
                for (Path file : (Iterable<Path>) found.filter(Sources::belongs)::iterator) {
                    files.put(folder + policy + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Sources(policy, files);
    }

    private static boolean belongs(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".drl") || name.endsWith(".xlsx") && !name.startsWith("~") || name.equals("policy.yaml")
                || name.equals("columns.yaml");
    }

    public byte[] ledger() {
        return files.get("rules-drl/" + policy + "/policy.yaml");
    }

    public SortedMap<String, byte[]> rules() {
        return ending("rules-drl/", ".drl");
    }

    /** Workbooks and their dictionary, by file name. */
    public SortedMap<String, byte[]> tables() {
        return ending("decision-tables/", "");
    }

    /** The same with another workbook in the place of the one of that name. */
    public Sources with(String workbook, byte[] content) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put("decision-tables/" + policy + "/" + workbook, content);
        return new Sources(policy, changed);
    }

    /** Whether these differ from others in nothing but what stands in workbooks. */
    public boolean sharesRulesWith(Sources other) {
        return Arrays.equals(ledger(), other.ledger()) && rules().keySet().equals(other.rules().keySet())
                && rules().entrySet().stream().allMatch(rule -> Arrays.equals(rule.getValue(), other.rules().get(rule.getKey())));
    }

    private SortedMap<String, byte[]> ending(String folder, String suffix) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (path.startsWith(folder) && path.endsWith(suffix)) {
                found.put(path.substring(path.lastIndexOf('/') + 1), bytes);
            }
        });
        return found;
    }

    /** The engine's version is part of it: the same rules under another engine are another rule base. */
    public String digest(String engine) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(("zhunsheng rule base 1\n" + policy + "\n" + engine + "\n").getBytes(StandardCharsets.UTF_8));
            files.forEach((path, bytes) -> {
                sha.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Sources unzip(String policy, byte[] zipped) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(policy, files);
    }
}
