package org.zhunsheng.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.zhunsheng.database.Database;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Owns table idempotency_key: what was answered to writes, kept in their own transaction, so that there is an answer exactly where there
 * is a write. A write without a key finds nothing and leaves nothing.
 */
public final class Keys {

    /**
     * The lock is held to the end of the transaction: who repeats a request that is still under way waits for its answer. Two statements,
     * sent together, since one would not see what was committed while it waited.
     */
    private static final String EARLIER = "select pg_advisory_xact_lock(hashtext('idempotency_key'), hashtext(?));"
            + " select request_digest, answer from idempotency_key where caller = ? and key = ?";
    private static final String KEEP = "insert into idempotency_key (caller, key, request_digest, answer) values (?, ?, ?, ?)";

    /** Writes what a request asks for and returns the answer to it. */
    @FunctionalInterface
    public interface Write {
        byte[] to(Connection connection) throws SQLException;
    }

    private Keys() {
    }

    /** The write and its answer in one transaction; a request made before under this key is answered as it was then. */
    public static byte[] once(Database database, String caller, String key, String requestDigest, Write write) throws SQLException {
        requireUsable(key);
        return database.transaction(connection -> {
            Optional<byte[]> earlier = earlier(connection, caller, key, requestDigest);
            byte[] answer = earlier.isPresent() ? earlier.get() : write.to(connection);
            if (earlier.isEmpty()) {
                keep(connection, caller, key, requestDigest, answer);
            }
            return answer;
        });
    }

    public static void requireUsable(String key) {
        if (key != null && !key.matches("[\\x21-\\x7e]{1,128}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "Idempotency-Key 应为1至128个可见ASCII字符",
                    "Idempotency-Key must be 1 to 128 visible ASCII characters");
        }
    }

    /** The answer to this request if it was made before; a problem where the key was used for another one. */
    public static Optional<byte[]> earlier(Connection connection, String caller, String key, String requestDigest) throws SQLException {
        if (key == null) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(EARLIER)) {
            select.setString(1, caller + " " + key);
            select.setString(2, caller);
            select.setString(3, key);
            select.execute();
            select.getMoreResults();
            try (ResultSet row = select.getResultSet()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(requestDigest)) {
                    throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT, "这个 Idempotency-Key 已用于内容不同的请求",
                            "this Idempotency-Key was used for a request with another body");
                }
                return Optional.of(row.getBytes(2));
            }
        }
    }

    public static void keep(Connection connection, String caller, String key, String requestDigest, byte[] answer) throws SQLException {
        if (key == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, requestDigest);
            insert.setBytes(4, answer);
            insert.executeUpdate();
        }
    }
}
