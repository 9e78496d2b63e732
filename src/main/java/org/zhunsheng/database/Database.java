package org.zhunsheng.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/**
 * The database of the service: checked, migrated, pooled. It opens on a thread of its own while rule bases load, so that a
 * start costs the longer of the two and not their sum; whoever asks for a connection earlier waits.
 */
public final class Database implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Database.class);

    /** Longest wait for an answer of the database: a caller whose decision cannot be recorded is told within seconds. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CompletableFuture<AgroalDataSource> pool = new CompletableFuture<>();
    private volatile Address owner;
    private volatile Address address;
    private volatile LocalPostgres local;

    private Database() {
    }

    /** On a database somebody else runs, as one role: what guards the record there is its triggers alone. */
    public static Database at(Address address, int connections) {
        return new Database().opening(connections, () -> new Places(address, address));
    }

    /** On a database somebody else runs, whose tables belong to one role while the service enters as another. */
    public static Database at(Address owner, Address service, int connections) {
        return new Database().opening(connections, () -> new Places(owner, service));
    }

    /** On a server of our own that keeps its data in the folder, with both roles. */
    public static Database in(Path folder, int connections) {
        Database database = new Database();
        return database.opening(connections, () -> {
            database.local = LocalPostgres.started(folder, Binaries.ofThisMachine());
            Address owner = database.local.address();
            return new Places(owner, Guard.entrance(owner));
        });
    }

    private Database opening(int connections, Place place) {
        new Thread(() -> {
            try {
                long begun = System.nanoTime();
                Places places = place.find();
                owner = places.owner;
                address = places.service;
                long found = System.nanoTime();
                Suitability.check(owner);
                migrate();
                if (owner != address) {
                    Guard.over(owner, address);
                } else {
                    LOG.warnf("%s: the service owns its tables; set zhunsheng.database.owner.username for a second guard of the record", address);
                }
                pool.complete(pooled(connections));
                LOG.infof("%s: found in %d ms, open in %d ms", address, millis(begun, found), millis(begun, System.nanoTime()));
            } catch (Throwable failed) {
                pool.completeExceptionally(failed);
            }
        }, "database").start();
        return this;
    }

    /** Waits until the database is open; throws {@link UnsuitableDatabase} where it cannot be opened. */
    public void await() {
        try {
            pool.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UnsuitableDatabase unsuitable) {
                throw unsuitable;
            }
            throw new UnsuitableDatabase("数据库未能打开：" + failed.getCause().getMessage(), failed.getCause());
        }
    }

    public Connection connection() throws SQLException {
        await();
        return pool.join().getConnection();
    }

    /** What happens in one transaction: all of it, or nothing where it throws. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T on(Connection connection) throws SQLException, E;
    }

    public <T, E extends Exception> T transaction(Work<T, E> work) throws SQLException, E {
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } catch (Throwable failed) {
                rollBack(connection, failed);
                throw failed;
            }
        }
    }

    /** Left to the pool, which switches auto-commit on again, what is pending would be committed. */
    private static void rollBack(Connection connection, Throwable failed) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
        }
    }

    /** A transaction during which nobody else, of any instance, is in one alone with the same of its kind. */
    public <T, E extends Exception> T alone(String kind, String name, Work<T, E> work) throws SQLException, E {
        return transaction(connection -> {
            lock(connection, kind, name);
            return work.on(connection);
        });
    }

    /** For whoever holds several: to the end of the transaction. */
    public static void lock(Connection connection, String kind, String name) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")) {
            lock.setString(1, kind);
            lock.setString(2, name);
            lock.execute();
        }
    }

    /** Past the pool, for whoever waits on it. */
    public Connection apart() throws SQLException {
        await();
        return address.connect(PATIENCE);
    }

    /** Past the pool: a probe neither waits for a busy pool nor takes a connection from it. */
    boolean writable() throws SQLException {
        try (Connection connection = address.connect(Duration.ofSeconds(1));
                var statement = connection.createStatement();
                var result = statement.executeQuery("select not pg_is_in_recovery()")) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void close() throws IOException {
        pool.handle((open, failed) -> open).thenAccept(open -> {
            if (open != null) {
                open.close();
            }
        }).join();
        if (local != null) {
            local.close();
        }
    }

    private static long millis(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }

    private void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(owner.url(), owner.user(), owner.password())
                .load().migrate();
    }

    private AgroalDataSource pooled(int connections) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool
                .minSize(1).initialSize(1).maxSize(connections)
                .acquisitionTimeout(PATIENCE)
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(1))
                .idleValidationTimeout(Duration.ofSeconds(1))
                .exceptionSorter(new PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> {
                    Address.manners(PATIENCE).forEach((name, value) -> factory.jdbcProperty((String) name, (String) value));
                    if (address.user() != null) {
                        factory.principal(new NamePrincipal(address.user())).credential(new SimplePassword(address.password()));
                    }
                    // the log reads, after a conflict, the row another instance has just committed
                    return factory.connectionProviderClass(Driver.class).jdbcUrl(address.url())
                            .jdbcTransactionIsolation(TransactionIsolation.READ_COMMITTED);
                })));
    }

    @FunctionalInterface
    private interface Place {
        Places find() throws IOException, SQLException;
    }

    private record Places(Address owner, Address service) {
    }
}
