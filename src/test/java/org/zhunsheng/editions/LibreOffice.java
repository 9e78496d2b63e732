package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An analyst at his spreadsheet: opens a workbook, writes a figure into a cell, saves and closes. */
final class LibreOffice {

    private static final String MODULE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
            <script:module xmlns:script="http://openoffice.org/2000/script" script:name="Analyst" script:language="StarBasic">
            Sub Edits
              Dim hidden(0) As New com.sun.star.beans.PropertyValue
              hidden(0).Name = "Hidden"
              hidden(0).Value = True
              book = StarDesktop.loadComponentFromURL("%s", "_blank", 0, hidden())
              book.Sheets.getByName("%s").getCellRangeByName("%s").setValue(%s)
              book.store()
              book.close(True)
              StarDesktop.terminate()
            End Sub
            </script:module>
            """;
    private static final String LIBRARY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
            <library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
             <library:element library:name="Analyst"/>
            </library:library>
            """;

    private LibreOffice() {
    }

    static byte[] saved(Path original, String sheet, String cell, int figure, Path folder) throws IOException, InterruptedException {
        Path workbook = Files.copy(original, folder.resolve(original.getFileName().toString()));
        // begun once and ended, so that it lays out its own folder of macros before ours go there
        run(folder, "--terminate_after_init");
        Path macros = Files.createDirectories(folder.resolve("profile/user/basic/Standard"));
        Files.writeString(macros.resolve("Analyst.xba"), MODULE.formatted(workbook.toUri(), sheet, cell, figure));
        Files.writeString(macros.resolve("script.xlb"), LIBRARY);
        run(folder, "macro:///Standard.Analyst.Edits");
        return Files.readAllBytes(workbook);
    }

    /** With a profile of its own: one that is open on this desktop would take over the call. */
    private static void run(Path folder, String what) throws IOException, InterruptedException {
        Process soffice = new ProcessBuilder(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--norestore", what))
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        boolean ended = soffice.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            soffice.descendants().forEach(ProcessHandle::destroyForcibly);
            soffice.destroyForcibly();
        }
        assertTrue(ended, () -> "soffice did not finish, see " + folder.resolve("log"));
    }
}
