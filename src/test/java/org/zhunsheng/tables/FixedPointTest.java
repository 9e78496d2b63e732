package org.zhunsheng.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhunsheng.tables.WorkbookContent.Column;
import org.zhunsheng.tables.WorkbookContent.Cover;
import org.zhunsheng.tables.WorkbookContent.Grid;
import org.zhunsheng.tables.WorkbookContent.Role;
import org.zhunsheng.tables.WorkbookContent.Text;

@DisplayName("工作簿 → 表 → 工作簿 → 表：不动点")
class FixedPointTest {

    static Stream<Path> workbooks() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("decision-tables"))) {
            return files.filter(file -> file.toString().endsWith(".xlsx") && !file.getFileName().toString().startsWith("~")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    @DisplayName("收录的工作簿")
    void committed(Path file) throws IOException {
        Dictionary dictionary = Dictionary.read(Files.readAllBytes(file.resolveSibling(Dictionary.FILE)));
        Workbook once = read(file.getFileName().toString(), Files.readAllBytes(file), dictionary);
        same(once, dictionary);
    }

    @Test
    @DisplayName("抽出的小表")
    void drawn() throws IOException {
        for (long seed : LongStream.range(0, 20).toArray()) {
            TypedTable typed = SmallTable.drawn(seed).typed();
            same(new Workbook("small.xlsx", "京科发〔2022〕9号", "1", LocalDate.of(2022, 6, 13), List.of(typed), null), SmallTable.DICTIONARY);
        }
    }

    private static void same(Workbook once, Dictionary dictionary) throws IOException {
        Workbook twice = read(once.file(), written(once, dictionary), dictionary);
        assertEquals(said(once), said(twice));
        Workbook thrice = read(once.file(), written(twice, dictionary), dictionary);
        assertEquals(twice.tables(), thrice.tables(), "with places and all");
    }

    private static Workbook read(String file, byte[] bytes, Dictionary dictionary) {
        Problems problems = new Problems(file);
        Workbook workbook = Workbook.read(file, Opened.of(file, bytes), dictionary, problems);
        assertEquals(List.of(), problems.found());
        return workbook;
    }

    /** Everything but where it stands. */
    private static List<Object> said(Workbook workbook) {
        List<Object> said = new ArrayList<>(List.of(workbook.number(), workbook.edition(), workbook.effectiveFrom()));
        for (TypedTable table : workbook.tables()) {
            said.addAll(List.of(table.id(), table.hitPolicy(), table.figures(), table.when()));
            table.rows().forEach(row -> said.add(List.of(row.id(), row.clause(), row.only(),
                    row.cells().stream().map(cell -> cell.heading() + " " + cell.shown()).sorted().toList(),
                    row.conclusions().stream().map(conclusion -> conclusion.rule() + " " + conclusion.condition().drl()).toList())));
        }
        return said;
    }

    private static int column(Cell cell) {
        return new CellReference(cell.place().substring(cell.place().lastIndexOf('!') + 1)).getCol();
    }

    private static byte[] written(Workbook workbook, Dictionary dictionary) throws IOException {
        List<WorkbookContent.Table> tables = new ArrayList<>();
        for (TypedTable table : workbook.tables()) {
            List<String> headings = new ArrayList<>(List.of(SheetReader.ROW_ID, SheetReader.CLAUSE));
            // what a row shows comes in the order of the sheet's columns
            table.rows().stream().flatMap(row -> row.cells().stream()).sorted(Comparator.comparing(FixedPointTest::column)).map(Cell::heading).distinct()
                    .forEach(headings::add);
            dictionary.columnsOf(dictionary.tables().get(table.id())).keySet().stream().filter(heading -> !headings.contains(heading)).forEach(headings::add);
            List<List<?>> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                Map<String, String> cells = new LinkedHashMap<>(Map.of(SheetReader.ROW_ID, row.id(), SheetReader.CLAUSE, row.clause()));
                row.cells().forEach(cell -> cells.put(cell.heading(), cell.shown()));
                rows.add(headings.stream().map(heading -> cells.getOrDefault(heading, "-")).toList());
            }
            tables.add(new WorkbookContent.Table(table.id(), table.hitPolicy(), new Grid(table.id(), table.title(), null,
                    headings.stream().map(heading -> new Column(heading, Role.PLAIN, new Text(""))).toList(), rows)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WorkbookWriter.write(new WorkbookContent("表", new Cover(dictionary.policy(), workbook.number(), workbook.edition(), workbook.effectiveFrom()),
                List.of(), tables, List.of(), new Grid("测试", null, null, List.of(new Column("用例编号", Role.FIXED, new Text(""))), List.of())), out);
        return out.toByteArray();
    }
}
