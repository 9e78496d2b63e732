package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhunsheng.tables.Opened;

@DisplayName("在单独的进程里打开工作簿")
class ApartTest {

    @Test
    @DisplayName("打开的与在本进程打开的一样，传送不改变什么")
    void same() throws Exception {
        Opened here = Opened.of(HandedIn.FILE, HandedIn.committed());
        try (Apart apart = Apart.open(HandedIn.FILE, HandedIn.committed())) {
            assertEquals(here, apart.opened());
        }
        byte[] odd = HandedIn.with(book -> {
            HandedIn.cell(book.getSheet(HandedIn.SHEET), "C4").setCellFormula("1+1");
            HandedIn.cell(book.getSheet(HandedIn.SHEET), "D4").setCellValue(true);
            book.getSheet(HandedIn.SHEET).getRow(4).setZeroHeight(true);
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Opened.of("甲.xlsx", odd).write(new DataOutputStream(bytes));
        assertEquals(Opened.of("甲.xlsx", odd), Opened.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
    }

    @Test
    @DisplayName("内存不足、时间用完：只是这份文件不收")
    void limits() {
        StringBuilder cells = new StringBuilder();
        for (int row = 1; row <= 4_900; row++) {
            cells.append("<row r=\"").append(row).append("\">").append("<c><v>1</v></c>".repeat(19)).append("</row>");
        }
        byte[] large = HandedIn.parts(parts -> parts.put("xl/worksheets/sheet3.xml", ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData>" + cells + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), Container.refusal(large));
        assertTrue(assertThrows(Apart.Unopened.class, () -> Apart.open(HandedIn.FILE, large, "-Xmx24m", 60)).getMessage().contains("限制"));
        assertTrue(assertThrows(Apart.Unopened.class, () -> Apart.open(HandedIn.FILE, large, "-Xmx192m", 0)).getMessage().contains("限制"));
    }

    /** What the packaged service starts: its starter names nothing of what lies beside it. */
    @Test
    @DisplayName("打包后的服务里，类路径指向旁边的各个文件夹")
    void packaged() {
        assertEquals("/srv/zhunsheng/app/*:/srv/zhunsheng/lib/main/*:/srv/zhunsheng/lib/boot/*",
                Apart.classPath("/srv/zhunsheng/quarkus-run.jar").replace(File.pathSeparatorChar, ':'));
    }

    @Test
    @DisplayName("打包时存的类归档在旁边就用；用不了的归档不妨碍解析，也不混进交回的内容")
    void archive(@TempDir Path folder) throws Exception {
        Path starter = folder.resolve("quarkus-run.jar");
        assertEquals(Optional.empty(), ApartArchive.of(starter));
        Path useless = Files.writeString(folder.resolve("apart.jsa"), "no archive");
        assertEquals(Optional.of(useless), ApartArchive.of(starter));
        Process opening = new ProcessBuilder(Apart.command("-Xmx192m", System.getProperty("java.class.path"), "-XX:SharedArchiveFile=" + useless))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] workbook = Files.readAllBytes(Path.of("decision-tables", "jkf_2022_9", HandedIn.FILE));
        try (DataOutputStream to = new DataOutputStream(opening.getOutputStream()); DataInputStream from = new DataInputStream(opening.getInputStream())) {
            to.writeUTF(HandedIn.FILE);
            to.writeInt(workbook.length);
            to.write(workbook);
            to.flush();
            assertEquals("", from.readUTF());
            assertEquals(Opened.of(HandedIn.FILE, workbook).sheets().keySet(), Opened.read(from).sheets().keySet());
        } finally {
            opening.destroyForcibly();
        }
    }

    @Test
    @DisplayName("LibreOffice 另存的工作簿：照收")
    void libreOffice(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(java.util.Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "soffice"))),
                "PATH 上没有 soffice");
        Process soffice = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", "xlsx",
                "--outdir", folder.toString(), Path.of("decision-tables", "jkf_2022_9", HandedIn.FILE).toAbsolutePath().toString()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start();
        assertTrue(soffice.waitFor(2, TimeUnit.MINUTES));
        byte[] saved = Files.readAllBytes(folder.resolve(HandedIn.FILE));
        assertEquals(Optional.empty(), Container.refusal(saved));
        try (Apart apart = Apart.open(HandedIn.FILE, saved)) {
            assertTrue(UploadedCellsTest.check(apart.opened()).isAccepted());
        }
    }
}
