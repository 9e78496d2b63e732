package org.zhunsheng.uploads;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The classes that opening a workbook loads, archived when the service is packaged: an author waits for that process, and more than a quarter
 * of its work is loading them.
 */
public final class ApartArchive {

    private static final String FILE = "apart.jsa";

    private ApartArchive() {
    }

    /** That of a packaged service, where it has one. */
    static Optional<Path> of(Path starter) {
        Path archive = starter.resolveSibling(FILE);
        return Files.isReadable(archive) ? Optional.of(archive) : Optional.empty();
    }

    /** Opens and hands back a workbook as the service will, and keeps what that loaded. */
    public static void make(Path starter, Path workbook) throws IOException, InterruptedException {
        Path archive = starter.resolveSibling(FILE);
        Process opening = new ProcessBuilder(Apart.command("-Xmx192m", starter.toString(), "-XX:ArchiveClassesAtExit=" + archive))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] content = Files.readAllBytes(workbook);
        try (DataOutputStream to = new DataOutputStream(opening.getOutputStream())) {
            to.writeUTF(workbook.getFileName().toString());
            to.writeInt(content.length);
            to.write(content);
            to.writeInt(0);
        }
        if (opening.waitFor() != 0 || !Files.exists(archive)) {
            throw new IllegalStateException("the parsing process of the packaged service did not open " + workbook);
        }
    }
}
