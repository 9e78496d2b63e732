package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.zhunsheng.database.Database;

/** Hears when another instance takes a step, on a connection of its own. Where it cannot hear, waiting takes as long as it may, and that is all. */
final class Hearing implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Hearing.class);

    private final Database database;
    private Connection connection;

    Hearing(Database database) {
        this.database = database;
    }

    /** Returns when a step was taken, or after this long. */
    void await(Duration most) throws InterruptedException {
        try {
            if (connection == null) {
                connection = database.apart();
                try (Statement listen = connection.createStatement()) {
                    listen.execute("listen edition_step");
                }
                return; // what was said before it listened
            }
            connection.unwrap(PGConnection.class).getNotifications((int) Math.max(1, most.toMillis()));
        } catch (SQLException lost) {
            LOG.debugf("not heard: %s", lost.getMessage());
            close();
            Thread.sleep(most.toMillis());
        }
    }

    @Override
    public void close() {
        try (Connection gone = connection) {
            connection = null;
        } catch (SQLException closed) {
            // it was gone already
        }
    }
}
