package org.zhunsheng.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A server of the oldest and one of the newest PostgreSQL supported, each started once for all tests. */
public enum TestServer {

    POSTGRES_14("jar:" + Path.of("target/postgres-14/binaries.jar").toUri() + "!/postgres-linux-x86_64.txz"),
    POSTGRES_18(null);

    private final String archive;
    private LocalPostgres running;
    private String migrated;

    TestServer(String archive) {
        this.archive = archive;
    }

    Binaries binaries() throws IOException {
        return archive == null ? Binaries.ofThisMachine() : new Binaries(URI.create(archive).toURL());
    }

    /** A database of its own for one test: every table, and nothing in them. Migrating each would take longer than most tests. */
    public Address emptyDatabase() {
        return created("template " + migrated());
    }

    /** Without tables, for tests of how they come about. */
    Address bareDatabase(String options) {
        return created(options);
    }

    private Address created(String options) {
        Address server = running().address();
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "create database " + name + " " + options);
        return new Address(server.url().replace("/postgres", "/" + name), server.user(), server.password());
    }

    /** What is copied: migrated once, and nobody is connected to it. */
    private synchronized String migrated() {
        if (migrated == null) {
            Address made = bareDatabase("");
            try (Database database = Database.at(made, 1)) {
                database.await();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            migrated = made.url().substring(made.url().lastIndexOf('/') + 1);
        }
        return migrated;
    }

    public void stop() throws IOException {
        running().stop();
    }

    public void start() throws IOException {
        running().start();
    }

    public static void execute(Address address, String sql) {
        try (var connection = address.connect(Duration.ofSeconds(20)); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static String query(Address address, String sql) {
        try (var connection = address.connect(Duration.ofSeconds(20));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private synchronized LocalPostgres running() {
        if (running == null) {
            try {
                running = LocalPostgres.started(Path.of("target/test-servers", name()), binaries());
                dropRemains();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        }
        return running;
    }

    private void dropRemains() {
        String names = query(running.address(), "select string_agg(datname, ',') from pg_database where datname like 'test_%'");
        if (names != null) {
            List.of(names.split(",")).forEach(name -> execute(running.address(), "drop database " + name + " with (force)"));
        }
    }

    private void close() {
        try {
            running.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
