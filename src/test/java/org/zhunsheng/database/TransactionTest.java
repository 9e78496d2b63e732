package org.zhunsheng.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一个事务：全部写下，或者什么都没有")
class TransactionTest {

    private Address address;
    private Database database;

    @BeforeEach
    void open() {
        address = TestServer.POSTGRES_18.emptyDatabase();
        database = Database.at(address, 2);
        database.await();
        TestServer.execute(address, "create table written (what text primary key)");
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    private static int write(Connection connection, String what) throws SQLException {
        try (var insert = connection.prepareStatement("insert into written values (?)")) {
            insert.setString(1, what);
            return insert.executeUpdate();
        }
    }

    private String written() {
        return TestServer.query(address, "select count(*) from written");
    }

    @Test
    @DisplayName("做完就写下；抛出什么，就原样抛出什么，写了的都不算，连接还回去是干净的")
    void allOrNothing() throws Exception {
        assertEquals(1, database.transaction(connection -> write(connection, "one")).intValue());
        for (Throwable thrown : new Throwable[] {new SQLException("x"), new IllegalStateException(), new IOException(), new StackOverflowError()}) {
            assertSame(thrown, assertThrows(Throwable.class, () -> database.transaction(connection -> {
                write(connection, "two");
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            })));
            assertEquals("1", written(), thrown.toString());
        }
        assertEquals("23505", assertThrows(SQLException.class, () -> database.transaction(connection -> write(connection, "one"))).getSQLState());
        for (int i = 0; i < 2; i++) {
            try (Connection connection = database.connection()) {
                assertTrue(connection.getAutoCommit());
            }
        }
    }

    @Test
    @DisplayName("同一类同一名的，等前一个做完；另一类、另一名的不等")
    void oneAfterTheOther() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> alone("kind", "name", () -> {
            inside.countDown();
            assertTrue(leave.await(20, TimeUnit.SECONDS));
        }));
        try {
            assertTrue(inside.await(20, TimeUnit.SECONDS));
            assertEquals("0", alone("other", "name", () -> { }));
            assertEquals("1", alone("kind", "other", () -> { }));
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> alone("kind", "name", () -> { }));
            assertThrows(TimeoutException.class, () -> second.get(200, TimeUnit.MILLISECONDS));
            leave.countDown();
            assertEquals("2", first.get(20, TimeUnit.SECONDS));
            assertEquals("3", second.get(20, TimeUnit.SECONDS));
        } finally {
            leave.countDown();
        }
    }

    private interface Step {
        void take() throws InterruptedException;
    }

    /** What was written when its turn came and it had waited; it then writes something itself. */
    private String alone(String kind, String name, Step step) {
        try {
            return database.alone(kind, name, connection -> {
                step.take();
                String before = written();
                write(connection, "after " + before);
                return before;
            });
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
