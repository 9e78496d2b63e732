package org.zhunsheng.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhunsheng.imports.FindingStore.Told;

/** What became of a file, for who has to mend it: the refused rows as they stand there, each with its reasons, and the rest that is to tell. */
final class ResultWorkbook {

    private static final int WIDE = 60 * 256;
    private static final int ORDINARY = 24 * 256;

    private final SXSSFWorkbook book = new SXSSFWorkbook(100);
    private final CellStyle bold = book.createCellStyle();

    private ResultWorkbook() {
        Font font = book.createFont();
        font.setBold(true);
        bold.setFont(font);
    }

    static byte[] of(Handed handed, List<Told> findings) throws IOException {
        ResultWorkbook result = new ResultWorkbook();
        try (SXSSFWorkbook book = result.book; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            result.summary(handed, findings);
            result.refused(handed.progress().headings(), findings);
            book.write(out);
            return out.toByteArray();
        }
    }

    private void summary(Handed handed, List<Told> findings) {
        Order order = handed.order();
        Progress progress = handed.progress();
        Sheet sheet = book.createSheet("结果");
        sheet.setColumnWidth(0, ORDINARY);
        sheet.setColumnWidth(1, WIDE);
        line(sheet, "结果", state(progress));
        line(sheet, "导入到", order.target());
        line(sheet, "导入编号", order.id());
        line(sheet, "文件摘要", order.digest());
        line(sheet, "读取行数", String.valueOf(progress.read()));
        line(sheet, "没有问题的行数", String.valueOf(progress.accepted()));
        line(sheet, "有问题的行数", String.valueOf(progress.rejected()));
        findings.stream().filter(told -> told.cells() == null).forEach(told -> line(sheet, place(told.finding()), told.finding().zh()));
    }

    private static String state(Progress progress) {
        return switch (progress.state()) {
            case TAKEN -> "全部收下";
            case TAKEN_IN_PART -> "收下没有问题的行，其余未收";
            case FAILED -> "服务出错，一行也没有收下，请重新交来";
            default -> "一行也没有收下";
        };
    }

    private static String place(Finding finding) {
        return finding.line() == 0 ? "整个文件" : "第 " + finding.line() + " 行" + (finding.heading() == null ? "" : "，" + finding.heading());
    }

    /** The headings first, so that the sheet, once mended, can be handed in as it is: columns that no target knows are left aside. */
    private void refused(List<String> headings, List<Told> findings) {
        Map<Integer, List<Told>> rows = new LinkedHashMap<>();
        findings.stream().filter(told -> told.cells() != null)
                .forEach(told -> rows.computeIfAbsent(told.finding().line(), line -> new ArrayList<>()).add(told));
        if (rows.isEmpty()) {
            return;
        }
        Sheet sheet = book.createSheet("未收下的行");
        List<String> head = new ArrayList<>(headings);
        head.add("原行号");
        head.add("未收下的原因");
        fill(sheet.createRow(0), head, bold);
        for (int i = 0; i < head.size(); i++) {
            sheet.setColumnWidth(i, i == head.size() - 1 ? WIDE : ORDINARY);
        }
        sheet.createFreezePane(0, 1);
        rows.forEach((line, told) -> {
            List<String> cells = new ArrayList<>(told.get(0).cells().subList(0, Math.min(told.get(0).cells().size(), headings.size())));
            while (cells.size() < headings.size()) {
                cells.add("");
            }
            cells.add(String.valueOf(line));
            cells.add(String.join("；", told.stream().map(Told::finding).filter(Finding::refused)
                    .map(finding -> (finding.heading() == null ? "" : finding.heading() + "：") + finding.zh()).toList()));
            fill(sheet.createRow(sheet.getLastRowNum() + 1), cells, null);
        });
    }

    private void line(Sheet sheet, String name, String value) {
        fill(sheet.createRow(sheet.getLastRowNum() + 1), List.of(name, value), null);
    }

    private static void fill(Row row, List<String> texts, CellStyle style) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            int most = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
            row.createCell(i).setCellValue(text.length() <= most ? text : text.substring(0, most));
            if (style != null) {
                row.getCell(i).setCellStyle(style);
            }
        }
    }
}
