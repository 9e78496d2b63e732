package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.rulebase.OtherBuild;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;

@DisplayName("发布前核验的只是变了的")
class CandidateTest {

    private static final String POLICY = "jkgf_2025_69";
    private static final TableId THRESHOLDS = new TableId(POLICY, "thresholds");
    private static final RuleBase SHOWN = OtherBuild.same(POLICY).built(POLICY).orElseThrow();

    private static Set<String> unlike(RuleBases next) {
        return Candidate.unlike(next.built(POLICY).orElseThrow(), SHOWN);
    }

    @Test
    @DisplayName("没有变的不必再核；变了一张核一张；列字典或数值变了全部都核")
    void unlike() throws Exception {
        Sources sources = SHOWN.sources();
        assertEquals(Set.of(), unlike(OtherBuild.same(POLICY)));
        assertEquals(Set.of("thresholds.xlsx"), unlike(OtherBuild.remarked(sources.with(THRESHOLDS.file(), Instance.workbook(THRESHOLDS, "只有说明变了")), "remark")));
        Set<String> all = sources.tables().keySet();
        assertEquals(all, unlike(OtherBuild.remarked(OtherBuild.appended(sources, "columns.yaml", "\n# another word\n"), "columns")));
        byte[] figure = Instance.workbook(THRESHOLDS, book -> book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.NUMERIC && cell.getNumericCellValue() == 50000) {
                cell.setCellValue(60000);
            }
        }))));
        assertEquals(all, unlike(OtherBuild.with(POLICY, same -> same.with(THRESHOLDS.file(), figure))));
    }
}
