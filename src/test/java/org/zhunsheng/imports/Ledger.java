package org.zhunsheng.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.imports.Column.Type;

/** A target with a column of every type; keeps its rows in a table of its own, where it was given one. */
class Ledger implements ImportTarget {

    static final List<Column> COLUMNS = List.of(
            Column.required("编号", "number", Type.TEXT),
            Column.required("统一社会信用代码", "code", Type.CODE),
            Column.required("决定日期", "day", Type.DATE),
            Column.required("金额（元）", "amount", Type.AMOUNT_YUAN),
            new Column("层级", "level", Type.ENUM, false, Map.of("市级", "MUNICIPAL", "MUNICIPAL", "MUNICIPAL", "区级", "DISTRICT")));

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public void check(String part, Map<String, String> said) {
    }

    @Override
    public Set<String> says() {
        return Set.of();
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("number");
    }

    @Override
    public void begin(Order order, Connection connection) throws SQLException {
    }

    @Override
    public List<Finding> accept(Order order, List<Row> rows, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into ledger_of_test (import, number) values (?, ?)")) {
            for (Row row : rows.stream().filter(row -> !bad(row)).toList()) {
                insert.setString(1, order.id());
                insert.setString(2, row.text("number"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return rows.stream().filter(Ledger::bad).map(row -> Finding.refusal(row.line(), null, "不收", "no")).toList();
    }

    private static boolean bad(Row row) {
        return row.text("number").startsWith("坏");
    }
}
