package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An analyst who opens a workbook in LibreOffice and saves it has changed nothing by that. */
class LibreOfficeRoundTripTest {

    private static final Path TABLES = Path.of("decision-tables");

    private static final String NOT_INSTALLED = "PATH 上没有 soffice，没有检查决策表在 LibreOffice 中另存后是否不变";

    @TempDir
    static Path folder;

    @BeforeAll
    static void convert() throws IOException, InterruptedException {
        if (!installed()) {
            // skipping here would drop the tests from the report without a word; each says so for itself
            assertFalse(Boolean.parseBoolean(System.getenv("ZHUNSHENG_REQUIRE_LIBREOFFICE")), NOT_INSTALLED);
            return;
        }
        // a profile of its own: a LibreOffice that is open on this desktop would take over the call and convert nothing
        List<String> command = new ArrayList<>(List.of("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless", "--convert-to", "xlsx", "--outdir", folder.resolve("converted").toString()));
        Path copies = Files.createDirectory(folder.resolve("copies"));
        for (Path original : workbooks()) {
            command.add(Files.copy(original, copies.resolve(name(original))).toString());
        }
        File log = folder.resolve("soffice.log").toFile();
        Process soffice = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        if (!soffice.waitFor(5, TimeUnit.MINUTES)) {
            soffice.descendants().forEach(ProcessHandle::destroyForcibly);
            soffice.destroyForcibly();
            fail("soffice did not finish: " + Files.readString(log.toPath()));
        }
        assertEquals(0, soffice.exitValue(), () -> "soffice failed, see " + log);
    }

    private static boolean installed() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "soffice")));
    }

    /** All go into one folder, so that LibreOffice, which is slow to start, is started once; two policies may use the same name. */
    private static String name(Path original) {
        return TABLES.relativize(original).toString().replace('/', '-');
    }

    private static Path converted(Path original) {
        return folder.resolve("converted").resolve(name(original));
    }

    static List<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(path -> path.toString().endsWith(".xlsx") && !path.getFileName().toString().startsWith("~$")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    @DisplayName("在 LibreOffice 中另存后，每个单元格的类型和值都不变")
    void everyCellSurvives(Path original) throws IOException {
        Assumptions.assumeTrue(installed(), NOT_INSTALLED);
        Path saved = converted(original);
        assertTrue(Files.exists(saved), () -> "LibreOffice did not write " + saved);
        Map<String, Object> before = contents(original);
        assertFalse(before.isEmpty());
        assertEquals(before, contents(saved));
    }

    private static Map<String, Object> contents(Path path) throws IOException {
        Map<String, Object> cells = new LinkedHashMap<>();
        try (Workbook workbook = WorkbookFactory.create(path.toFile(), null, true)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() != CellType.BLANK) {
                            cells.put(sheet.getSheetName() + "!" + cell.getAddress(), value(cell));
                        }
                    }
                }
            }
            // the lists behind the drop-downs; names that an office suite keeps for itself begin with an underscore
            for (Name name : workbook.getAllNames()) {
                if (!name.getNameName().startsWith("_")) {
                    cells.put("name " + name.getNameName(), name.getRefersToFormula().replace("'", ""));
                }
            }
        }
        return cells;
    }

    private static Object value(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell) ? cell.getLocalDateTimeCellValue() : (Object) cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            default -> cell.getCellType() + " " + cell;
        };
    }
}
