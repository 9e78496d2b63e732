package org.zhunsheng.duplication;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.Keys;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** One write to the ledger: a transaction with its answer kept under the caller's key, so that a repeated request is told what happened. */
final class Writes {

    private static final Logger LOG = Logger.getLogger(Writes.class);

    /** Deadlocks and colliding versions end one of two transactions; it may simply be made again. */
    private static final int ATTEMPTS = 8;

    /** What is written, and what is answered to it. */
    interface Work {
        byte[] in(Connection connection, Instant now) throws SQLException;
    }

    private final Database database;
    private final Clock clock;

    Writes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param what where the request went, since the same body elsewhere is another request */
    byte[] write(String caller, String key, String what, byte[] body, Work work) {
        String digest = Digest.of((what + "\n" + Digest.of(body)).getBytes(StandardCharsets.UTF_8));
        for (int attempt = 1;; attempt++) {
            try (Connection connection = database.connection()) {
                connection.setAutoCommit(false);
                try {
                    Optional<byte[]> earlier = Keys.earlier(connection, caller, key, digest);
                    if (earlier.isPresent()) {
                        connection.rollback();
                        return earlier.get();
                    }
                    byte[] answer = work.in(connection, now());
                    Keys.keep(connection, caller, key, digest, answer);
                    connection.commit();
                    return answer;
                } catch (SQLException | RuntimeException failed) {
                    rollBack(connection, failed);
                    throw failed;
                }
            } catch (SQLException failed) {
                if (!mayPass(failed) || attempt == ATTEMPTS) {
                    LOG.errorf("ledger not written: %s", failed.getMessage());
                    throw unavailable();
                }
            }
        }
    }

    /** Deadlock, serialisation failure, and a version or key that another transaction took meanwhile. */
    private static boolean mayPass(SQLException failed) {
        return failed.getSQLState() != null && failed.getSQLState().matches("40P01|40001|23505");
    }

    private static void rollBack(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }

    static ProblemException unavailable() {
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "台账未能写入或读取，请稍后重试；带 Idempotency-Key 的请求可以原样重发",
                "the ledger could not be written or read; try again later, with the same Idempotency-Key if there was one");
    }

    /** What needs no transaction of its own. */
    <T> T read(Reading<T> reading) {
        try (Connection connection = database.connection()) {
            return reading.from(connection);
        } catch (SQLException failed) {
            LOG.errorf("ledger not read: %s", failed.getMessage());
            throw unavailable();
        }
    }

    interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }
}
