package org.zhunsheng.affected;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.affected.Sums.Group;

/** Every conclusion that comes out otherwise, as a workbook: sums first, then the list, on further sheets where one is full. */
final class ResultWorkbook implements AutoCloseable {

    private static final List<String> HEADINGS = List.of("决定编号", "问题", "方向", "环节", "所在地", "原结论", "新结论", "原最高金额（元）", "新最高金额（元）", "差额（元）", "说法有变的条款");
    private static final List<String> ESTIMATED = List.of("问题", "方向", "结论", "总体", "抽出", "样本中有变的决定", "估计有变的决定", "标准误", "样本中有变的结论", "估计有变的结论", "标准误",
            "样本中金额变化（元）", "估计金额变化（元）", "标准误（元）");
    private static final int[] WIDTHS = {40, 16, 26, 20, 20, 22, 22, 18, 18, 16, 60};

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(100);
    private final CellStyle text = workbook.createCellStyle();
    private SXSSFSheet sheet;
    private int lists;
    private int next;

    ResultWorkbook(Result result) {
        workbook.setCompressTempFiles(true);
        // shown as written, whatever it begins with
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        sums(result);
        if (result.projection() != null) {
            estimates(result.projection(), result.run());
        }
        begin();
    }

    private void sums(Result result) {
        sheet = workbook.createSheet("汇总");
        sheet.setColumnWidth(0, 40 * 256);
        sheet.setColumnWidth(1, 14 * 256);
        sheet.setColumnWidth(2, 24 * 256);
        Run run = result.run();
        row("决策表", run.order().policy() + "." + run.order().workbook() + " 第 " + run.order().edition() + " 版");
        row("试算的决定", run.decisions());
        row("不能试算的决定", run.undecidable());
        row("抽样", run.order().sample() == null ? "否，全部" : "每层至多 " + run.order().sample().each() + " 个，种子 " + run.order().sample().seed());
        row("有变的决定", result.total().decisions());
        row("其中结论有变的结论数", result.total().outcomes());
        row("其中金额有变的结论数", result.total().amounts());
        row("最高金额合计变化（元）", result.total().difference());
        for (By by : By.values()) {
            next++;
            row(switch (by) {
                case CLAUSE -> "条款";
                case DIRECTION -> "方向";
                case DISTRICT -> "所在地";
                case OUTCOME -> "结论的变化";
            }, "结论数", "最高金额变化（元）");
            for (Group group : result.groups().get(by)) {
                row(group.name(), group.count(), group.difference());
            }
        }
    }

    private void estimates(Projection projection, Run run) {
        sheet = workbook.createSheet("估计");
        next = 0;
        for (int i = 0; i < ESTIMATED.size(); i++) {
            sheet.setColumnWidth(i, (i < 3 ? 26 : 18) * 256);
        }
        row("由样本推算全部记录，不是数得的。各层样本均值乘以该层总体；标准误按不放回抽样修正，空的是无法得出（只抽了一个）。");
        row("抽出而没有重算成的，推算时当作不变", run.drawn().size() - run.decisions());
        row(ESTIMATED.toArray());
        for (Projection.Row row : projection.rows()) {
            Run.Stratum stratum = row.stratum();
            estimate(row.figures(), stratum.question(), stratum.direction(), stratum.outcome(), stratum.population(), stratum.drawn().size());
        }
        estimate(projection.total(), "合计", "", "", projection.population(), run.drawn().size());
    }

    private void estimate(Projection.Figures figures, Object... stratum) {
        List<Object> cells = new ArrayList<>(List.of(stratum));
        for (Estimate estimate : List.of(figures.decisions(), figures.conclusions(), figures.difference())) {
            cells.add(estimate.counted());
            cells.add(estimate.rounded());
            cells.add(estimate.error());
        }
        row(cells.toArray());
    }

    private void begin() {
        lists++;
        sheet = workbook.createSheet("受影响的决定" + (lists == 1 ? "" : " " + lists));
        next = 0;
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        sheet.createFreezePane(0, 1);
        row(HEADINGS.toArray());
    }

    void add(Flip flip) {
        if (next > SpreadsheetVersion.EXCEL2007.getLastRowIndex()) {
            begin();
        }
        BigDecimal difference = flip.amountBefore() == null || flip.amountAfter() == null ? null : flip.amountAfter().subtract(flip.amountBefore());
        List<Object> cells = new ArrayList<>(List.of(flip.decision(), flip.question(), flip.direction(), flip.step(), flip.district(), flip.outcomeBefore(), flip.outcomeAfter()));
        cells.add(flip.amountBefore());
        cells.add(flip.amountAfter());
        cells.add(difference);
        cells.add(String.join(" ", flip.clauses()));
        row(cells.toArray());
    }

    private void row(Object... cells) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number number) {
                row.createCell(i).setCellValue(number.doubleValue());
            } else if (cells[i] != null) {
                Cell cell = row.createCell(i);
                cell.setCellStyle(text);
                cell.setCellValue(cells[i].toString());
            }
        }
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
