package org.zhunsheng.affected;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.zhunsheng.database.Database;

/** A run that this instance is at, on a connection of its own for as long as it takes: where the instance dies, another one may go on at once. */
record Claim(Connection connection, String run, boolean isOurs) implements AutoCloseable {

    static Claim of(Database database, Order order) throws SQLException {
        Connection connection = database.connection();
        try {
            return new Claim(connection, order.id(), truth(connection, "select pg_try_advisory_lock(hashtext('affected run'), hashtext(?))", order.id()));
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private static boolean truth(Connection connection, String question, String run) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question)) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Back in the pool it must hold nothing. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            if (isOurs) {
                truth(connection, "select pg_advisory_unlock(hashtext('affected run'), hashtext(?))", run);
            }
        }
    }
}
