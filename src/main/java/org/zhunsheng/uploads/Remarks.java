package org.zhunsheng.uploads;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.tables.Flaw;
import org.zhunsheng.tables.Literal;
import org.zhunsheng.tables.Opened;
import org.zhunsheng.tables.Sheet;

/** What a report says, at the cells where its author looks for it. */
record Remarks(String file, Opened opened, Report report) {

    List<Remark> list() {
        return Stream.of(report.cells().stream().map(cell -> new Remark(cell.sheet(), cell.cell(), cell.read(), cell.expected(), "")),
                report.flaws().stream().map(this::remark), report.cases().stream().flatMap(run -> run.failing().stream()).flatMap(this::remarks))
                .flatMap(each -> each).toList();
    }

    /** At each cell of this workbook that a case now comes out otherwise by. */
    private Stream<Remark> remarks(CaseRun.Failing failing) {
        String wrong = failing.wrong().stream().map(each -> each.what() + " 应为 " + each.expected() + "，现为 " + each.got()).collect(Collectors.joining("；"));
        String detail = "用例不再符合，须由审批员看过：" + failing.name() + "。" + wrong;
        List<String> places = failing.behind().stream().map(CaseRun.Behind::place).filter(place -> place != null && place.startsWith(file + "!")).distinct().toList();
        return places.isEmpty() ? Stream.of(new Remark("", "", "", detail, "")) : places.stream().map(place -> place.split("!"))
                .map(place -> new Remark(place[1], place[2], "", detail, ""));
    }

    private Remark remark(Flaw flaw) {
        String shown = flaw.examples().stream().map(Remarks::cells).collect(Collectors.joining("\n"))
                + (flaw.proposed().isEmpty() ? "" : "\n建议补的行：" + cells(flaw.proposed()));
        String detail = flaw.kind().zh() + "：" + flaw.detail();
        if (!flaw.place().isEmpty()) {
            String[] place = flaw.place().split("!");
            return new Remark(place[1], place[2], String.join("、", flaw.rows()), detail, shown);
        }
        for (Sheet sheet : opened.sheets().values()) {
            String cell = heading(sheet, flaw.columns());
            if (cell != null && isOf(sheet, flaw.table())) {
                return new Remark(sheet.name(), cell, String.join("、", flaw.columns()), detail, shown);
            }
        }
        return new Remark("", "", flaw.table(), detail, shown);
    }

    private boolean isOf(Sheet sheet, String table) {
        return opened.sheets().get("封面").rows().values().stream().anyMatch(row -> text(row.get(0)).equals(table) && text(row.get(1)).equals(sheet.name()));
    }

    /** The heading of the first of these columns, else of the numbers of the rules. */
    private static String heading(Sheet sheet, List<String> columns) {
        for (var row : sheet.rows().entrySet()) {
            if (text(row.getValue().get(0)).equals("规则编号")) {
                int column = row.getValue().entrySet().stream().filter(each -> columns.contains(text(each.getValue()))).map(Map.Entry::getKey).findFirst().orElse(0);
                return new CellReference(row.getKey(), column).formatAsString(false);
            }
        }
        return null;
    }

    private static String cells(Map<String, String> cells) {
        return cells.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).collect(Collectors.joining("，"));
    }

    private static String text(Literal literal) {
        return literal == null ? "" : String.valueOf(literal.value());
    }
}
