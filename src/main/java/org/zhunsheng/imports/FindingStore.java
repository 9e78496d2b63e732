package org.zhunsheng.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.database.Database;

/** Owns table import_finding. */
final class FindingStore {

    /** A finding and, with the first of a refused row, what its cells held. */
    record Told(Finding finding, List<String> cells) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BATCH = 2_000;

    private final Database database;

    FindingStore(Database database) {
        this.database = database;
    }

    static void add(Connection connection, String id, List<Told> findings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into import_finding (import, sequence, line, heading, refused, zh, en, cells)
                select ?, t.* from unnest(?::integer[], ?::integer[], ?::text[], ?::boolean[], ?::text[], ?::text[], ?::json[]) t""")) {
            for (int from = 0; from < findings.size(); from += BATCH) {
                List<Told> batch = findings.subList(from, Math.min(from + BATCH, findings.size()));
                Integer[] sequence = new Integer[batch.size()];
                for (int i = 0; i < sequence.length; i++) {
                    sequence[i] = from + i;
                }
                insert.setString(1, id);
                insert.setArray(2, connection.createArrayOf("integer", sequence));
                insert.setArray(3, connection.createArrayOf("integer", batch.stream().map(told -> told.finding.line()).toArray()));
                insert.setArray(4, connection.createArrayOf("text", batch.stream().map(told -> told.finding.heading()).toArray()));
                insert.setArray(5, connection.createArrayOf("boolean", batch.stream().map(told -> told.finding.refused()).toArray()));
                insert.setArray(6, connection.createArrayOf("text", batch.stream().map(told -> told.finding.zh()).toArray()));
                insert.setArray(7, connection.createArrayOf("text", batch.stream().map(told -> told.finding.en()).toArray()));
                insert.setArray(8, connection.createArrayOf("text", batch.stream().map(told -> json(told.cells)).toArray()));
                insert.executeUpdate();
            }
        }
    }

    /** In the order of the file, what concerns all of it first. */
    List<Told> of(String id, int most) throws SQLException {
        List<Told> found = new ArrayList<>();
        try (Connection connection = database.connection(); PreparedStatement select = connection.prepareStatement(
                "select line, heading, refused, zh, en, cells from import_finding where import = ? order by sequence limit ?")) {
            select.setString(1, id);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Told(new Finding(row.getInt(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5)),
                            cells(row.getString(6))));
                }
            }
        }
        return found;
    }

    private static String json(List<String> cells) {
        return cells == null ? null : JSON.valueToTree(cells).toString();
    }

    private static List<String> cells(String json) {
        try {
            return json == null ? null : List.of(JSON.readValue(json, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("保存的行不是有效的 JSON", e);
        }
    }
}
