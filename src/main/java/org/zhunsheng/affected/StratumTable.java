package org.zhunsheng.affected;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.affected.Run.Stratum;

/** The SQL of table affected_stratum. */
final class StratumTable {

    private StratumTable() {
    }

    static List<Stratum> of(Connection connection, String run) throws SQLException {
        List<Stratum> strata = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select question, direction, outcome, population, drawn from affected_stratum where run = ? order by 1, 2, 3")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    strata.add(new Stratum(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), List.of((Long[]) row.getArray(5).getArray())));
                }
            }
        }
        return strata;
    }

    static void add(Connection connection, String run, List<Stratum> strata) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into affected_stratum values (?, ?, ?, ?, ?, ?)")) {
            for (Stratum stratum : strata) {
                insert.setString(1, run);
                insert.setString(2, stratum.question());
                insert.setString(3, stratum.direction());
                insert.setString(4, stratum.outcome());
                insert.setInt(5, stratum.population());
                Array drawn = connection.createArrayOf("bigint", stratum.drawn().toArray());
                insert.setArray(6, drawn);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
