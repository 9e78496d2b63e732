package org.zhunsheng.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;

/** A database of its own with a record and a sequencer. */
final class Sequenced implements AutoCloseable {

    final Address address;
    final Database database;
    final DecisionLog record;
    final FileKeys keys;
    final Sequencer sequencer;

    Sequenced(Path folder, int batch) throws IOException, GeneralSecurityException {
        this.address = TestServer.POSTGRES_18.emptyDatabase();
        this.database = Database.at(address, 6);
        database.await();
        this.record = new DecisionLog(database, new DecisionLog.Limits(4096, 64, 1), new SimpleMeterRegistry());
        this.keys = FileKeys.in(folder.resolve("log"), Optional.empty());
        this.sequencer = another(batch);
    }

    Sequencer another(int batch) {
        return new Sequencer(database, () -> keys, Clock.systemUTC(), batch);
    }

    static byte[] answer(String id) {
        return "{\"caller\":\"科委\",\"core\":{\"request\":{\"judgements\":{\"p\":{\"by\":\"王某\"}}}},\"coreDigest\":\"d\",\"id\":\"%s\"}".formatted(id).getBytes(UTF_8);
    }

    void decide(String id) {
        record.append(new Entry(id, Instant.now(), "科委", "SUPPORT", "p", "d", "r", "q", null, answer(id))).toCompletableFuture().join();
    }

    void all() throws SQLException {
        while (sequencer.sequence()) {
            // until nothing is left
        }
    }

    Log log() {
        return new Log(database, sequencer, java.time.Duration.ofMillis(100));
    }

    Trust trust() {
        return new Trust(keys.signers().stream().map(Signer::key).toList(), true);
    }

    List<String> inspected() throws SQLException {
        return Inspection.of(database, trust()).altered();
    }

    /** Past the triggers, as somebody does who owns the database. */
    void tamper(String sql) {
        TestServer.execute(address, sql.replaceAll("(?i)\\b(?:update|delete from) (\\w+)", "alter table $1 disable trigger all; $0"));
    }

    String query(String sql) {
        return TestServer.query(address, sql);
    }

    @Override
    public void close() throws Exception {
        record.close();
        database.close();
    }
}
