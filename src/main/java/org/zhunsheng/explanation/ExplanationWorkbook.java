package org.zhunsheng.explanation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.explanation.Explanation.Answer;
import org.zhunsheng.explanation.Explanation.Check;
import org.zhunsheng.explanation.Explanation.Line;
import org.zhunsheng.explanation.Explanation.Term;
import org.zhunsheng.pages.Wording;

/** An explanation as a workbook, to be filtered and sorted: texts and numbers, no formulas, so that nothing in it computes or runs. */
final class ExplanationWorkbook {

    /** A cell of Excel holds no more. */
    private static final int LONGEST = 32_767;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle text = workbook.createCellStyle();
    private final CellStyle head = workbook.createCellStyle();
    private final Wording wording;

    private ExplanationWorkbook(Wording wording) {
        this.wording = wording;
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        // shown as written, whatever it begins with
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
    }

    static byte[] write(Explanation explanation) {
        ExplanationWorkbook sheets = new ExplanationWorkbook(new Wording(explanation.language()));
        try (sheets.workbook) {
            sheets.summary(explanation);
            sheets.clauses(explanation.answers());
            sheets.amounts(explanation.answers());
            sheets.nearest(explanation.answers());
            sheets.grounds(explanation);
            return sheets.written();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sheet a table, behind the one that says it all in a sentence. */
    static byte[] write(Account account) {
        ExplanationWorkbook sheets = new ExplanationWorkbook(new Wording(account.language()));
        try (sheets.workbook) {
            Sheet summary = sheets.summary();
            sheets.row(summary, sheets.wording.say("说明", "Explanation"), account.sentence());
            sheets.identity(summary, account.identity());
            for (Account.Section section : account.sections(Explanation.Depth.TREE)) {
                String[] heads = section.columns().stream().map(Account.Column::title).toArray(String[]::new);
                Sheet sheet = sheets.sheet(section.key(), IntStream.range(0, heads.length).map(i -> 26).toArray(), heads);
                section.rows().forEach(row -> sheets.row(sheet, row.toArray()));
            }
            return sheets.written();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] written() throws IOException {
        workbook.getProperties().getCoreProperties().setCreator("准绳");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private Sheet summary() {
        return sheet(wording.say("摘要", "Summary"), new int[] {22, 100}, wording.say("项目", "Item"), wording.say("内容", "Content"));
    }

    private void summary(Explanation explanation) {
        Sheet sheet = summary();
        row(sheet, wording.say("文件", "Document"), explanation.document().number() + " " + explanation.document().title());
        explanation.answers().forEach(answer -> {
            row(sheet, wording.say("结论", "Outcome"), answer.outcome().text());
            row(sheet, wording.say("说明", "Explanation"), answer.sentence());
        });
        identity(sheet, explanation.identity());
    }

    private void identity(Sheet sheet, Explanation.Identity identity) {
        row(sheet, wording.say("适用日期", "As of"), identity.asOf());
        row(sheet, wording.say("决定编号", "Decision"), identity.id());
        row(sheet, wording.say("作出时间", "Made at"), identity.time());
        row(sheet, wording.say("请求方", "Asked by"), identity.caller());
        row(sheet, wording.say("内容摘要", "Digest of the core"), identity.coreDigest());
        row(sheet, wording.say("规则库", "Rule base"), identity.ruleBase());
    }

    private void clauses(List<Answer> answers) {
        Sheet sheet = sheet(wording.say("条款", "Clauses"), new int[] {12, 44, 10, 10, 30, 24, 34, 24, 16, 30, 34, 14},
                wording.say("条款", "Clause"), wording.say("内容", "Content"), wording.say("结论", "Verdict"), wording.say("决定结果", "Decisive"),
                wording.say("事实", "Fact"), wording.say("实际", "Actual"), wording.say("要求", "Required"), wording.say("相差", "Distance"),
                wording.say("相差（数）", "Distance (number)"), wording.say("来源", "Source"), wording.say("规则或单元格", "Rule or cell"), wording.say("标记", "Marks"));
        answers.forEach(answer -> answer.leaves().forEach(line -> {
            if (line.checks().isEmpty()) {
                row(sheet, line.clause(), line.title(), line.verdict().text(), decisive(line), "", "", "", "", "", "", behind(line, null), marks(line));
            }
            line.checks().forEach(check -> row(sheet, line.clause(), line.title(), line.verdict().text(), decisive(line), check.label(),
                    check.distance() != null && check.distance().value() != null ? check.distance().value() : check.value(), check.required(),
                    check.distance() == null ? "" : check.distance().text(), check.distance() == null ? "" : check.distance().by(), check.source().text(),
                    behind(line, check), marks(line)));
        }));
    }

    private String decisive(Line line) {
        return line.decisive() ? wording.name("true") : "";
    }

    private static String behind(Line line, Check check) {
        String place = check != null && check.place() != null ? check.place() : line.place();
        return place != null ? place : line.rule() == null ? "" : line.rule();
    }

    private String marks(Line line) {
        return String.join(wording.comma(), line.marks().stream().map(mark -> wording.name(mark.name())).toList());
    }

    private void amounts(List<Answer> answers) {
        Sheet sheet = sheet(wording.say("金额", "Amount"), new int[] {24, 24, 70}, wording.say("项目", "Item"), wording.say("元", "CNY"), wording.say("怎样得出", "How"));
        answers.stream().map(Answer::amount).filter(amount -> amount != null).forEach(amount -> {
            row(sheet, amount.kind() == null ? wording.name("CEILING") : amount.kind().text(), orEmpty(amount.mostYuan()),
                    String.join(wording.say("；", "; "), amount.arithmetic()));
            if (amount.fromYuan() != null) {
                row(sheet, wording.say("可能的范围：从", "Range: from"), amount.fromYuan(), "");
                row(sheet, wording.say("可能的范围：至", "Range: to"), orEmpty(amount.toYuan()), "");
            }
        });
    }

    private void nearest(List<Answer> answers) {
        if (answers.stream().allMatch(answer -> answer.nearest().isEmpty())) {
            return;
        }
        Sheet sheet = sheet(wording.say("怎样更好", "What would help"), new int[] {26, 34, 24, 24, 24, 70}, wording.say("目标", "Goal"),
                wording.say("事实或条款", "Fact or clause"), wording.say("现在", "Now"), wording.say("改为", "To"), wording.say("相差", "Change"), wording.say("说明", "Explanation"));
        answers.stream().flatMap(answer -> answer.nearest().stream()).forEach(better -> {
            better.changes().forEach(change -> row(sheet, better.goal().text(), change.label(), change.from(), change.to(), change.by(), better.sentence()));
            better.bars().forEach(bar -> row(sheet, better.goal().text(), bar.clause() + " " + bar.title(), "", "", "",
                    String.join(wording.say("；", "; "), bar.reasons().stream().map(Term::text).toList())));
        });
    }

    private static Object orEmpty(BigDecimal amount) {
        return amount == null ? "" : amount;
    }

    private void grounds(Explanation explanation) {
        Sheet sheet = sheet(wording.say("依据", "Grounds"), new int[] {18, 50, 70}, wording.say("种类", "Kind"), wording.say("何者", "Which"), wording.say("内容", "Content"));
        explanation.readings().forEach(reading -> row(sheet, wording.say("口径", "Reading"), reading.id() + " " + reading.question(), reading.text()));
        explanation.searched().forEach(search -> row(sheet, wording.name(search.where().name()), search.name() + " " + search.reach(), search.found()));
        explanation.answers().forEach(answer -> answer.judged().forEach(check -> row(sheet, wording.judged(), check.label() + wording.colon() + check.value(),
                check.source().text())));
    }

    private Sheet sheet(String name, int[] widths, String... heads) {
        Sheet sheet = workbook.createSheet(name);
        Row row = sheet.createRow(0);
        for (int i = 0; i < heads.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256);
            Cell cell = row.createCell(i);
            cell.setCellValue(heads[i]);
            cell.setCellStyle(head);
        }
        sheet.createFreezePane(0, 1);
        return sheet;
    }

    private void row(Sheet sheet, Object... values) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int i = 0; i < values.length; i++) {
            Cell cell = row.createCell(i);
            if (values[i] instanceof BigDecimal number) {
                cell.setCellValue(number.doubleValue());
            } else {
                String written = values[i].toString();
                cell.setCellValue(written.length() > LONGEST ? written.substring(0, LONGEST) : written);
                cell.setCellStyle(text);
            }
        }
    }
}
