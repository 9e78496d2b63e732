package org.zhunsheng.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** What a database must be before anything is written to it. */
final class Suitability {

    private static final int OLDEST = 140000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Suitability() {
    }

    /** The ctype is asked for whatever the locale provider: pg_trgm goes by it, and under C it sees no Chinese at all. */
    static void check(Address address) {
        try (Connection connection = address.connect(PATIENCE);
                var statement = connection.createStatement();
                var result = statement.executeQuery("""
                        select pg_encoding_to_char(encoding), datctype, current_setting('server_version_num')::int,
                               current_setting('server_version')
                        from pg_database where datname = current_database()""")) {
            result.next();
            require(result.getInt(3) >= OLDEST, "PostgreSQL 应为 14 或更新的版本，实为 " + result.getString(4), address);
            require(result.getString(1).equals("UTF8"), "数据库的编码应为 UTF8，实为 " + result.getString(1), address);
            require(!Set.of("C", "POSIX").contains(result.getString(2)),
                    "数据库的 LC_CTYPE 应识别中文（例如 C.UTF-8），实为 " + result.getString(2), address);
        } catch (SQLException unreachable) {
            throw new UnsuitableDatabase("连接不上数据库（" + address + "）：" + unreachable.getMessage(), unreachable);
        }
    }

    private static void require(boolean suitable, String message, Address address) {
        if (!suitable) {
            throw new UnsuitableDatabase(message + "（" + address + "）");
        }
    }
}
