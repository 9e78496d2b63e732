package org.zhunsheng.tables;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules a workbook compiles to, as text: what the engine is given, and what a reviewer reads as a difference. */
record Listing(String policy, Workbook workbook) {

    private static final String IMPORTS = """

            import org.zhunsheng.facts.*
            import org.zhunsheng.findings.*
            import function org.zhunsheng.findings.Operators.*
            import function org.zhunsheng.findings.Periodic.*
            import function org.zhunsheng.findings.Tiers.*

            global org.zhunsheng.findings.Findings findings
            """;

    String text() {
        StringBuilder out = new StringBuilder("// 由决策表 " + workbook.file() + " 生成，不得手工修改\n")
                .append("// " + workbook.number() + "，版次 " + workbook.edition() + "，生效日期 " + workbook.effectiveFrom() + "\n")
                .append("package ").append(policy).append('\n').append(IMPORTS);
        for (TypedTable table : workbook.tables()) {
            out.append("\n// ").append(table.id()).append(' ').append(table.title()).append("（").append(table.hitPolicy()).append("）\n");
            out.append(table.rows().stream().flatMap(row -> row.conclusions().stream().map(conclusion -> rule(table, row, conclusion)))
                    .collect(Collectors.joining("\n")));
            if (!table.figures().isEmpty()) {
                table.rows().forEach(row -> out.append(figure(row)));
            }
        }
        return out.toString();
    }

    private static String rule(TypedTable table, Row row, Conclusion conclusion) {
        String constraints = Stream.concat(table.when().stream(), row.only().stream()).map(Constraint::drl)
                .collect(Collectors.joining(", "));
        return """
                rule "%s" @clause("%s") @place("%s") @row("%s")
                when
                    %s%s( %s,
                        $verdict : %s )
                then
                    %s
                end
                """.formatted(conclusion.rule(), conclusion.clause(), conclusion.place(), row.id(),
                table.countable() ? "$element : " : "", table.viewpoint().pattern().getSimpleName(),
                constraints, conclusion.condition().drl(), table.countable()
                        ? "insert( new Countable( \"" + conclusion.clause() + "\", $element, $verdict ) );"
                        : "findings.add( drools.getRule().getName(), $verdict );");
    }

    /** Figures give no rule of their own; the listing shows them, so that a changed one is seen. */
    private static String figure(Row row) {
        return row.cells().stream().map(cell -> cell.heading() + " " + cell.shown())
                .collect(Collectors.joining("，", "// " + row.id() + " " + row.clause() + "：", "\n"));
    }
}
