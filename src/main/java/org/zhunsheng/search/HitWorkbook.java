package org.zhunsheng.search;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhunsheng.wire.BeijingTime;

/** What was found as a workbook, texts and amounts without formulas. Rows go to a file as they come; a full sheet is followed by another. */
final class HitWorkbook implements AutoCloseable {

    private static final int[] WIDTHS = {38, 30, 14, 16, 26, 24, 20, 24, 18, 22, 14, 14, 72};

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final CellStyle text = workbook.createCellStyle();
    private final boolean chinese;
    private SXSSFSheet sheet;
    private int next;

    HitWorkbook(boolean chinese) {
        this.chinese = chinese;
        workbook.setCompressTempFiles(true);
        // shown as written, whatever it begins with
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        begin();
    }

    private void begin() {
        sheet = workbook.createSheet((chinese ? "评定" : "Evaluations") + (workbook.getNumberOfSheets() == 0 ? "" : " " + (workbook.getNumberOfSheets() + 1)));
        next = 0;
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        sheet.createFreezePane(0, 1);
        texts(chinese ? List.of("编号", "时间", "适用日期", "文件", "问题", "方向", "结论", "最高金额（元）", "定局条款", "统一社会信用代码", "请求方", "日志位置", "规则库")
                : List.of("Id", "Time", "As of", "Document", "Question", "Direction", "Outcome", "At most (CNY)", "Decided by", "Credit code", "Caller", "Log position", "Rule base"));
    }

    void add(Hit hit) {
        if (next > SpreadsheetVersion.EXCEL2007.getLastRowIndex()) {
            begin();
        }
        Row row = texts(Arrays.asList(hit.id(), BeijingTime.of(hit.time()), hit.day().toString(), hit.policy(), hit.question(), hit.direction(), hit.outcome(), null,
                String.join(" ", hit.decidedBy()), hit.subject(), hit.caller(), null, hit.ruleBase()));
        if (hit.amount() != null) {
            row.createCell(7).setCellValue(hit.amount().doubleValue());
        }
        row.createCell(11).setCellValue(hit.position());
    }

    private Row texts(List<String> texts) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) != null) {
                Cell cell = row.createCell(i);
                cell.setCellStyle(text);
                cell.setCellValue(texts.get(i));
            }
        }
        return row;
    }

    void write(OutputStream out) throws IOException {
        workbook.write(out);
    }

    /** Takes its files away as well. */
    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
