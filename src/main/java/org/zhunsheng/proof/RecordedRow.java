package org.zhunsheng.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.zhunsheng.wire.CanonicalJson;

/** A row of any table as canonical JSON: the same row, the same bytes, also when a later column was added that it knows nothing of. */
final class RecordedRow {

    private static final int FIRST = 3;

    private RecordedRow() {
    }

    static Attested attested(Kind kind, Set<String> personal, ResultSet row, byte[] given) throws SQLException, IOException {
        byte[] content = json(row);
        if (personal.isEmpty()) {
            return new Attested(Leaf.of(kind, row.getString(1), content), null);
        }
        byte[] secret = given == null ? Attested.newSecret() : given;
        byte[] sealed = new Personal(personal, Pattern.compile("/[^/]+")).seal(secret).over(content);
        return new Attested(Leaf.of(kind, row.getString(1), sealed), sealed == content ? null : secret);
    }

    private static byte[] json(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Integer> named = new TreeMap<>();
        for (int i = FIRST; i <= columns.getColumnCount(); i++) {
            named.put(columns.getColumnLabel(i), i);
        }
        CanonicalJson json = new CanonicalJson().object();
        for (Map.Entry<String, Integer> column : named.entrySet()) {
            if (row.getObject(column.getValue()) != null) {
                value(json.name(column.getKey()), row, column.getValue(), columns);
            }
        }
        return json.end().bytes();
    }

    private static void value(CanonicalJson json, ResultSet row, int column, ResultSetMetaData columns) throws SQLException {
        switch (columns.getColumnType(column)) {
            case Types.BINARY -> Digests.of(row.getBytes(column)).write(json);
            case Types.BIT, Types.BOOLEAN -> json.value(row.getBoolean(column));
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> json.value(row.getLong(column));
            case Types.NUMERIC -> json.value(row.getObject(column, BigDecimal.class).toPlainString());
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> json.value(row.getObject(column, OffsetDateTime.class).toInstant().toString());
            default -> json.value(row.getString(column));
        }
    }
}
