package org.zhunsheng.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One workbook as it is meant: its cover and its tables.
 *
 * @param tests the sheet of its author's own cases as it stands; null where there is none
 */
public record Workbook(String file, String number, String edition, LocalDate effectiveFrom, List<TypedTable> tables, Sheet tests) {

    static final String ENDING = ".xlsx";
    private static final String COVER = "封面";
    private static final String WORDS = "字典";
    /** What an upload that was refused brought back; whoever mends the workbook need not take it out. */
    public static final String ERRORS = "错误清单";
    static final String TESTS = "测试";
    private static final Set<String> NOT_TABLES = Set.of("说明", COVER, WORDS, TESTS, ERRORS);
    private static final Set<String> HIT_POLICIES = Set.of("首条", "唯一", "累计");

    static Workbook read(String file, Opened opened, Dictionary dictionary, Problems problems) {
        Map<String, Sheet> sheets = opened.sheets();
        problems.found().addAll(opened.errors());
        Sheet cover = sheets.get(COVER);
        if (!sheets.isEmpty()) {
            for (String required : List.of(COVER, WORDS)) {
                if (!sheets.containsKey(required)) {
                    problems.inFile(String.join("、", sheets.keySet()), "应有工作表「" + required + "」");
                }
            }
        }
        if (cover == null) {
            return null;
        }
        int list = cover.rowHeaded("表编号");
        String policy = entry(cover, "政策编号", problems);
        if (policy != null && !policy.equals(dictionary.policy())) {
            problems.at(cover, cover.rowHeaded("政策编号"), 1, "应为" + dictionary.policy());
        }
        String number = entry(cover, "文号", problems);
        String edition = entry(cover, "版次", problems);
        LocalDate from = date(cover, problems);
        if (list < 0) {
            problems.at(COVER, "A1", "", "应有以「表编号」开头的一行，其下每表一行：表编号、工作表、命中方式");
            return null;
        }
        List<TypedTable> tables = new ArrayList<>();
        Set<String> listed = new HashSet<>(NOT_TABLES);
        for (int row : cover.rows().tailMap(list, false).keySet()) {
            TypedTable table = table(row, cover, sheets, listed, dictionary, file, problems);
            if (table != null) {
                tables.add(table);
            }
        }
        sheets.keySet().stream().filter(sheet -> !listed.contains(sheet))
                .forEach(sheet -> problems.at(sheet, "A1", "", "工作表应在封面登记"));
        return new Workbook(file, number, edition, from, tables, sheets.get(TESTS));
    }

    private static TypedTable table(int row, Sheet cover, Map<String, Sheet> sheets, Set<String> listed, Dictionary dictionary, String file,
                                    Problems problems) {
        String id = text(cover.at(row, 0));
        Sheet sheet = sheets.get(text(cover.at(row, 1)));
        String hit = text(cover.at(row, 2));
        if (!dictionary.tables().containsKey(id)) {
            problems.at(cover, row, 0, "应为列字典中的表编号之一：" + String.join("、", dictionary.tables().keySet()));
        }
        if (sheet == null || !listed.add(sheet.name())) {
            problems.at(cover, row, 1, "应为本工作簿中一个表的工作表名称，且不重复");
        }
        if (sheet != null && sheet.hidden()) {
            problems.at(cover, row, 1, "表所在的工作表不得隐藏");
        }
        if (!HIT_POLICIES.contains(hit)) {
            problems.at(cover, row, 2, "应为首条、唯一或累计");
        }
        return sheet == null || !dictionary.tables().containsKey(id) ? null
                : TableReader.of(id, dictionary, sheet, file, problems).read(hit);
    }

    private static String entry(Sheet cover, String name, Problems problems) {
        int row = cover.rowHeaded(name);
        if (row < 0 || cover.at(row, 1) == null) {
            problems.at(COVER, row < 0 ? "A1" : Sheet.address(row, 1), "", "应填写" + name);
            return null;
        }
        return cover.at(row, 1).isRefused() ? null : cover.at(row, 1).text();
    }

    private static LocalDate date(Sheet cover, Problems problems) {
        if (entry(cover, "生效日期", problems) == null) {
            return null;
        }
        int row = cover.rowHeaded("生效日期");
        try {
            return CellGrammar.day(cover.at(row, 1));
        } catch (Refused refused) {
            problems.at(cover, row, 1, refused.expected());
            return null;
        }
    }

    private static String text(Literal literal) {
        return literal == null ? "" : literal.text();
    }
}
