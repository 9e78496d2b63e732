package org.zhunsheng.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.rulebase.Draft;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.Agreement;
import org.zhunsheng.tables.Tables;

@DisplayName("草案：只编译交来的工作簿，用例照样试算")
class TriedTest {

    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");
    private static final RuleBases BASES = new RuleBases();
    private static final RuleBase BASE = BASES.inForce("jkf_2022_9").orElseThrow();
    private static final Cases CASES = new Cases(BASES);

    @BeforeAll
    static void quiet() {
        ENGINE_LOG.setLevel(Level.INFO);
    }

    private static RuleBase draft(String file, String sheet, String cell, double figure) throws Exception {
        byte[] workbook;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(Path.of("decision-tables/jkf_2022_9", file))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CellReference at = new CellReference(cell);
            book.getSheet(sheet).getRow(at.getRow()).getCell(at.getCol()).setCellValue(figure);
            book.write(out);
            workbook = out.toByteArray();
        }
        Map<String, byte[]> files = new HashMap<>(Map.of("columns.yaml", BASE.sources().tables().get("columns.yaml")));
        files.put(file, workbook);
        return Draft.of(BASE, file, workbook, Tables.read(files));
    }

    @Test
    @DisplayName("随程序发布的规则库：每个用例都试算，都符合")
    void built() {
        for (RuleBase base : BASES.all()) {
            CaseRun run = CASES.under(base);
            assertEquals(List.of(), run.failing(), base.policy().policy());
            assertEquals(List.of(), run.broken());
        }
        assertTrue(CASES.under(BASE).ran() > 300);
    }

    @Test
    @DisplayName("改了上限：与全部编译的一样，引擎与表在全部边界上一致；原先的用例不符，写明是哪一格")
    void amount() throws Exception {
        try (RuleBase draft = draft("park_tiers.xlsx", "档次", "F4", 450)) {
            assertEquals(List.of(), Agreement.of(draft.tables(), draft.rules()).disagreements());
            CaseRun run = CASES.under(draft);
            assertEquals(List.of(), run.broken());
            assertFalse(run.failing().isEmpty());
            CaseRun.Failing first = run.failing().get(0);
            assertTrue(first.behind().stream().anyMatch(behind -> "park_tiers.xlsx!档次!F4".equals(behind.place()) || "6.3.1".equals(behind.clause())), first.toString());
            assertTrue(first.wrong().stream().anyMatch(wrong -> wrong.expected().contains("5000000") && wrong.got().contains("4500000")), first.toString());
        }
        assertEquals(List.of(), CASES.under(BASE).failing());
    }

    @Test
    @DisplayName("改了参数表的数值：规则用新的")
    void figure() throws Exception {
        Map<String, byte[]> files = new HashMap<>(BASE.sources().tables());
        files.keySet().removeIf(name -> name.endsWith(".xlsx") && !name.equals("periods.xlsx"));
        var row = Tables.read(files).tables().get(0).rows().get(0);
        String value = row.cells().stream().filter(cell -> cell.heading().startsWith("数值")).findFirst().orElseThrow().place();
        String[] place = value.split("!");
        try (RuleBase draft = draft("periods.xlsx", place[1], place[2], 99)) {
            assertEquals(0, draft.figures().at(row.clause()).compareTo(new java.math.BigDecimal(99)));
            assertEquals(BASE.figures().byClause().keySet(), draft.figures().byClause().keySet());
            assertFalse(CASES.under(draft).failing().isEmpty());
        }
    }
}
