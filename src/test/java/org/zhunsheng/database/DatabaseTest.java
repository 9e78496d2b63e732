package org.zhunsheng.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("数据库的打开")
@ParameterizedClass
@EnumSource(TestServer.class)
class DatabaseTest {

    @Parameter
    TestServer server;

    @Test
    @DisplayName("建好表；再开一次，表已建好")
    void migratesOnce() throws Exception {
        Address address = server.bareDatabase("");
        // an administrator may have prepared the database
        TestServer.execute(address, "create extension pg_trgm");
        for (int start = 0; start < 2; start++) {
            try (Database database = Database.at(address, 2); var connection = database.connection()) {
                assertEquals(Connection.TRANSACTION_READ_COMMITTED, connection.getTransactionIsolation());
            }
        }
        try (var migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            assertEquals(Long.toString(migrations.count()), TestServer.query(address, "select count(*) from flyway_schema_history"));
        }
    }

    @Test
    @DisplayName("LC_CTYPE 为 C 的数据库看不见中文，拒绝")
    void refusesCtypeC() {
        refuses(server.bareDatabase("lc_ctype 'C' lc_collate 'C' template template0"), "LC_CTYPE");
    }

    @Test
    @DisplayName("编码不是 UTF-8 的数据库，拒绝")
    void refusesOtherEncodings() {
        refuses(server.bareDatabase("encoding 'SQL_ASCII' lc_ctype 'C' lc_collate 'C' template template0"), "UTF8");
    }

    @Test
    @DisplayName("连接不上，说明连接不上哪里，不泄露口令")
    void saysWhatItCannotReach() {
        var refused = refuses(new Address("jdbc:postgresql://127.0.0.1:1/nowhere?password=geheim", null, null), "127.0.0.1:1/nowhere");
        assertTrue(!refused.getMessage().contains("geheim"), refused::getMessage);
    }

    @Test
    @DisplayName("别的数据库，拒绝")
    void refusesOtherProducts() {
        refuses(new Address("jdbc:h2:mem:x", null, null), "jdbc:postgresql:");
    }

    @Test
    @DisplayName("就绪检查不受连接池忙碌的影响，数据库停了几秒之内就知道")
    void probesBesideThePool() throws Exception {
        try (Database database = Database.at(server.bareDatabase(""), 1); var occupied = database.connection()) {
            assertTrue(database.writable());
            server.stop();
            try {
                long asked = System.nanoTime();
                assertThrows(SQLException.class, database::writable);
                assertTrue(System.nanoTime() - asked < Duration.ofSeconds(3).toNanos());
            } finally {
                server.start();
            }
            assertTrue(database.writable());
        }
    }

    private static UnsuitableDatabase refuses(Address address, String reason) {
        try (Database database = Database.at(address, 2)) {
            var refused = assertThrows(UnsuitableDatabase.class, database::await);
            assertTrue(refused.getMessage().contains(reason), refused::getMessage);
            return refused;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
