package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.tables.CellError;
import org.zhunsheng.tables.TableErrors;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What the checks say of a workbook among the others of its document.
 *
 * @param refusal why the file is not even kept; null where it is
 */
record Checked(String refusal, boolean accepted, String report) {

    static Checked of(TableId table, byte[] workbook, RuleBase base) {
        Map<String, byte[]> files = new TreeMap<>(base.sources().tables());
        files.put(table.file(), workbook);
        try {
            Tables.read(files);
            return new Checked(List.of());
        } catch (TableErrors refused) {
            return new Checked(refused.errors());
        }
    }

    private Checked(List<CellError> cells) {
        this(refusal(cells), cells.isEmpty(), report(cells));
    }

    /** What is wrong with a file as a whole stands on no sheet. */
    private static String refusal(List<CellError> cells) {
        return cells.stream().filter(error -> error.sheet().isEmpty()).findFirst().map(error -> error.read() + "：" + error.expected()).orElse(null);
    }

    private static String report(List<CellError> cells) {
        CanonicalJson json = new CanonicalJson().object().name("accepted").value(cells.isEmpty()).name("cells").array();
        for (CellError cell : cells) {
            json.object().name("cell").value(cell.cell()).name("expected").value(cell.expected()).name("read").value(cell.read())
                    .name("sheet").value(cell.sheet()).end();
        }
        return new String(json.end().end().bytes(), UTF_8);
    }
}
