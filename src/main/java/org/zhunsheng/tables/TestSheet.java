package org.zhunsheng.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Policy;

/**
 * The sheet 测试 of a workbook: applicants as its author thinks of them, each with the rows that are to take him. The tables themselves
 * are asked, on the day from which the workbook is in force unless a row names another.
 */
final class TestSheet {

    private static final String ID = "用例编号";
    private static final String TABLE = "表编号";
    private static final String DAY = "评定日";
    private static final String EXPECTED = "期望规则编号";
    private static final String NONE = "无";
    private static final Set<String> OWN = Set.of(ID, "说明", TABLE, DAY, EXPECTED);

    private final Workbook workbook;
    private final Dictionary dictionary;
    private final Policy ledger;
    private final Sheet sheet;
    private final Problems problems;
    private final Map<String, Integer> headings = new TreeMap<>();

    private TestSheet(Workbook workbook, Dictionary dictionary, Policy ledger) {
        this.workbook = workbook;
        this.dictionary = dictionary;
        this.ledger = ledger;
        this.sheet = workbook.tests();
        this.problems = new Problems(workbook.file());
    }

    static List<CellError> errors(Workbook workbook, Dictionary dictionary, Policy ledger) {
        TestSheet tests = new TestSheet(workbook, dictionary, ledger);
        if (workbook.tests() == null) {
            tests.problems.inFile("", "应有工作表「" + Workbook.TESTS + "」，写明本表的用例");
        } else {
            tests.read();
        }
        return tests.problems.found();
    }

    private void read() {
        int header = sheet.rowHeaded(ID);
        if (header < 0) {
            problems.at(sheet.name(), "A1", "", "A列应有表头行，以「" + ID + "」开头");
            return;
        }
        readHeadings(header);
        if (!headings.containsKey(EXPECTED) || workbook.tables().size() > 1 && !headings.containsKey(TABLE)) {
            problems.at(sheet.name(), Sheet.address(header, 0), "", "缺少标题「" + (headings.containsKey(EXPECTED) ? TABLE : EXPECTED) + "」");
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int row : sheet.rows().tailMap(header, false).keySet()) {
            Literal id = sheet.at(row, 0);
            if (id == null || !id.isRefused() && !ids.add(id.text())) {
                problems.at(sheet, row, 0, "应填写" + ID + "，且不重复");
            } else if (sheet.rows().get(row).values().stream().noneMatch(Literal::isRefused)) {
                run(row);
            }
        }
    }

    private void readHeadings(int header) {
        List<String> known = Stream.concat(OWN.stream().sorted(), workbook.tables().stream().flatMap(table -> asked(table).stream())).distinct().toList();
        sheet.rows().get(header).forEach((column, literal) -> {
            if (!known.contains(literal.text()) || headings.putIfAbsent(literal.text(), column) != null) {
                problems.at(sheet, header, column, "应为下列之一，且不重复：" + String.join("、", known));
            }
        });
    }

    /** The headings that an applicant can differ in. */
    private List<String> asked(TypedTable table) {
        return dictionary.columnsOf(dictionary.tables().get(table.id())).entrySet().stream()
                .filter(column -> column.getValue().isCondition() || column.getValue().key() != null).map(Map.Entry::getKey).toList();
    }

    private void run(int row) {
        TypedTable table = table(row);
        int before = problems.found().size();
        Set<String> expected = table == null ? Set.of() : expected(row, table);
        Set<String> taken = table == null ? Set.of() : taken(row, table);
        if (problems.found().size() == before && !taken.equals(expected)) {
            problems.at(sheet, row, headings.get(EXPECTED), "用例" + sheet.at(row, 0).text() + "与表不符：按表中现在的数值，成立的是" + said(taken));
        }
    }

    private static String said(Set<String> rows) {
        return rows.isEmpty() ? "「" + NONE + "」" : String.join("、", rows);
    }

    private TypedTable table(int row) {
        if (!headings.containsKey(TABLE)) {
            return workbook.tables().stream().findFirst().orElse(null);
        }
        Literal named = sheet.at(row, headings.get(TABLE));
        TypedTable found = named == null ? null : workbook.tables().stream().filter(table -> table.id().equals(named.text())).findFirst().orElse(null);
        if (found == null) {
            problems.at(sheet, row, headings.get(TABLE), "应为本工作簿的表编号之一：" + String.join("、", workbook.tables().stream().map(TypedTable::id).toList()));
        }
        return found;
    }

    private Set<String> expected(int row, TypedTable table) {
        Literal written = sheet.at(row, headings.get(EXPECTED));
        Set<String> named = new LinkedHashSet<>(written == null ? List.of() : CellGrammar.words(written));
        Set<String> rows = new LinkedHashSet<>(table.rows().stream().map(Row::id).toList());
        boolean none = named.equals(Set.of(NONE));
        if (named.isEmpty() || !none && !rows.containsAll(named)) {
            problems.at(sheet, row, headings.get(EXPECTED), "应为本表的规则编号，几个以「、」分隔；没有一行成立的写「" + NONE + "」");
        }
        return none ? Set.of() : named;
    }

    private Set<String> taken(int row, TypedTable table) {
        List<String> asked = asked(table);
        Map<String, Literal> given = new TreeMap<>();
        headings.forEach((heading, column) -> {
            Literal literal = sheet.at(row, column);
            if (OWN.contains(heading) || CellGrammar.isAny(literal)) {
                return;
            }
            if (!asked.contains(heading)) {
                problems.at(sheet, row, column, "表 " + table.id() + " 没有这一列，应留空");
            } else {
                given.put(heading, literal);
            }
        });
        return dictionary.tables().get(table.id()).figures() ? applying(table, given) : holding(row, table, given);
    }

    /** Of figures, those of the kind asked for; a figure of no kind applies to each. */
    private static Set<String> applying(TypedTable table, Map<String, Literal> given) {
        Set<String> applying = new LinkedHashSet<>();
        table.rows().stream().filter(row -> given.entrySet().stream().allMatch(asked -> row.cells().stream().filter(cell -> cell.heading().equals(asked.getKey()))
                .allMatch(cell -> cell.shown().equals(asked.getValue().shown())))).forEach(row -> applying.add(row.id()));
        return applying;
    }

    private Set<String> holding(int row, TypedTable table, Map<String, Literal> given) {
        TestApplicant applicant = new TestApplicant(table, dictionary, day(row));
        given.forEach((heading, literal) -> {
            try {
                applicant.take(heading, literal);
            } catch (Refused refused) {
                problems.at(sheet, row, headings.get(heading), refused.expected());
            } catch (ArithmeticException fraction) {
                problems.at(sheet, row, headings.get(heading), "应为整数");
            }
        });
        Supposed supposed = applicant.supposed();
        List<Row> met = table.evaluate(supposed).stream().filter(answer -> answer.said().stream().allMatch(said -> said.verdict().truth() == Truth.MET))
                .map(TypedTable.Answer::row).toList();
        List<Row> counting = table.hitPolicy().equals("首条")
                ? Drawn.inOrder(table, ledger).stream().filter(met::contains).limit(1).toList() : met;
        return new LinkedHashSet<>(counting.stream().map(Row::id).toList());
    }

    private LocalDate day(int row) {
        Literal written = headings.containsKey(DAY) ? sheet.at(row, headings.get(DAY)) : null;
        try {
            return written == null ? workbook.effectiveFrom() : CellGrammar.day(written);
        } catch (Refused refused) {
            problems.at(sheet, row, headings.get(DAY), refused.expected());
            return workbook.effectiveFrom();
        }
    }
}
