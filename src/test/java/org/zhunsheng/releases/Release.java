package org.zhunsheng.releases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;
import org.zhunsheng.rulebase.RuleBases.EarlierBases.Kept;

/**
 * What a build of the service left behind: answers it recorded, and the rule bases that gave them as the database keeps them, in one file.
 * Packages and sources are unpacked before all is compressed together, which makes it a third of the size.
 */
record Release(SortedMap<String, byte[]> files) {

    static final Path FOLDER = Path.of("src/test/resources/releases");
    /** Those that a check is made again by, the ones named by others first. */
    static final List<String> LEDGER_TABLES = List.of("award", "award_version");

    private static final String BASES = "bases/";
    private static final String DECISIONS = "decisions/";
    private static final String LEDGER = "ledger/";

    Release() {
        this(new TreeMap<>());
    }

    void addBase(String digest, Kept kept) {
        String folder = BASES + digest.substring(7) + "/";
        files.put(folder + "policy", kept.policy().getBytes(UTF_8));
        files.put(folder + "engine", kept.engine().getBytes(UTF_8));
        unzipped(kept.sources()).forEach((name, content) -> files.put(folder + "sources/" + name, content));
        unzipped(kept.compiled()).forEach((name, content) -> files.put(folder + "package/" + name, content));
    }

    void addDecision(String name, byte[] answer) {
        files.put(DECISIONS + name + ".json", answer);
    }

    /** Rows of a table as JSON, which decisions name and are made again by. */
    void addRows(String table, String rows) {
        files.put(LEDGER + table + ".json", rows.getBytes(UTF_8));
    }

    SortedMap<String, byte[]> rows() {
        return under(LEDGER);
    }

    SortedMap<String, byte[]> decisions() {
        return under(DECISIONS);
    }

    Optional<Kept> base(String digest) {
        SortedMap<String, byte[]> found = under(BASES + digest.substring(7) + "/");
        return found.isEmpty() ? Optional.empty() : Optional.of(new Kept(new String(found.get("policy"), UTF_8), new String(found.get("engine"), UTF_8),
                zipped(found, "sources/"), zipped(found, "package/")));
    }

    private SortedMap<String, byte[]> under(String folder) {
        return under(files, folder);
    }

    private static SortedMap<String, byte[]> under(SortedMap<String, byte[]> files, String folder) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        files.tailMap(folder).forEach((name, content) -> {
            if (name.startsWith(folder)) {
                found.put(name.substring(folder.length()), content);
            }
        });
        return found;
    }

    private static byte[] zipped(SortedMap<String, byte[]> files, String folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : under(files, folder).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static SortedMap<String, byte[]> unzipped(byte[] zipped) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static SortedMap<String, Release> all() throws IOException {
        SortedMap<String, Release> all = new TreeMap<>();
        try (Stream<Path> found = Files.list(FOLDER)) {
            for (Path file : found.filter(each -> each.toString().endsWith(".tar.xz")).toList()) {
                all.put(file.getFileName().toString(), in(file));
            }
        }
        return all;
    }

    static Release in(Path file) {
        Release release = new Release();
        try (InputStream in = Files.newInputStream(file); TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                release.files.put(entry.getName(), tar.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); TarArchiveOutputStream tar = new TarArchiveOutputStream(
                new XZOutputStream(out, new LZMA2Options(LZMA2Options.PRESET_MAX)))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(each.getKey());
                entry.setSize(each.getValue().length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(each.getValue());
                tar.closeArchiveEntry();
            }
        }
    }
}
