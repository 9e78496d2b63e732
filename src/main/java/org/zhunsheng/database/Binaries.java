package org.zhunsheng.database;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, packed in a jar of the class path as one compressed archive. */
record Binaries(URL archive) {

    static Binaries ofThisMachine() throws IOException {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> System.getProperty("os.arch");
        };
        boolean musl = Files.exists(Path.of("/etc/alpine-release"));
        String name = "postgres-" + (mac ? "darwin" : "linux") + "-" + machine + (musl ? "-alpine_linux" : "") + ".txz";
        URL archive = Binaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new FileNotFoundException("本机没有内置的 PostgreSQL（" + name + "），请用 quarkus.datasource.jdbc.url 指定数据库");
        }
        return new Binaries(archive);
    }

    /**
     * Unpacks below the folder, once for each archive. The check sum comes from the jar's directory: digesting the
     * archive itself at every start would take longer than PostgreSQL needs to start.
     */
    Path unpackedBelow(Path folder) throws IOException {
        long checksum = ((JarURLConnection) archive.openConnection()).getJarEntry().getCrc();
        Path unpacked = folder.resolve("postgres-" + Long.toHexString(checksum));
        if (!Files.exists(unpacked)) {
            Path unfinished = Folders.emptied(folder.resolve("postgres.unpacking"));
            unpack(unfinished);
            Files.move(unfinished, unpacked);
        }
        return unpacked;
    }

    private void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    target.toFile().setExecutable((entry.getMode() & 0100) != 0, false);
                }
            }
        }
    }
}
