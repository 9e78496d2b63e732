package org.zhunsheng.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.Reliance.Ground;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Answers that say how many facts about a unit are known: whoever misses one says a wrong number. */
final class Counting implements Renewal, AutoCloseable {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    private final Database database;
    private final Ids ids = new Ids(Clock.systemUTC());
    final DecisionLog log;

    Counting(Database database) {
        this.database = database;
        this.log = new DecisionLog(database, new DecisionLog.Limits(1_000, 16, 2), new SimpleMeterRegistry());
    }

    Following following(Following.Portions portions) {
        return new Following(database, log, List.of(this), Clock.systemUTC(), portions);
    }

    /** A fact of a transaction that takes its time. */
    void tell(String unit, long millis, boolean commit) throws SQLException, InterruptedException {
        try (Connection connection = database.connection(); PreparedStatement insert = connection.prepareStatement(
                "insert into later_fact (kind, about, version, what, key) values ('AWARD', ?, 1, 'PAID', key_of('unit', ?))")) {
            connection.setAutoCommit(false);
            insert.setString(1, ids.next());
            insert.setString(2, unit);
            insert.executeUpdate();
            Thread.sleep(millis);
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    /** A decision that takes its time between reading and being recorded. */
    String decide(String unit, long millis) throws InterruptedException {
        Renewed answer = answer(unit);
        Thread.sleep(millis);
        String id = ids.next();
        byte[] envelope = ("{\"caller\":\"科委\",\"core\":" + new String(answer.core(), StandardCharsets.UTF_8) + ",\"coreDigest\":\"sha256:0\"}").getBytes(StandardCharsets.UTF_8);
        log.append(new Entry(id, Instant.now(), "科委", "DUPLICATION", "jkf_2022_9", "sha256:core", "sha256:rules", "sha256:request", null, envelope,
                answer.reliance())).toCompletableFuture().join();
        return id;
    }

    private Renewed answer(String unit) {
        long mark = log.mark();
        return new Renewed(("{\"level\":\"" + known(unit) + "\",\"rules\":[],\"searched\":{},\"unit\":\"" + unit + "\"}").getBytes(StandardCharsets.UTF_8),
                new Reliance(mark, Set.of(Ground.unit(unit, DAY))));
    }

    long known(String unit) {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement("select count(*) from later_fact where key = key_of('unit', ?)")) {
            select.setString(1, unit);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException failed) {
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "读不到", "cannot be read");
        }
    }

    @Override
    public boolean gives(JsonNode core) {
        return core.has("unit");
    }

    @Override
    public Renewed renewed(byte[] core, JsonNode recorded) {
        return answer(recorded.get("unit").asText());
    }

    @Override
    public Replayed replayed(byte[] core, JsonNode recorded, Under under) {
        return new Replayed(core, "");
    }

    /** Every event there is, as a reader gets them who goes on from what he read last. */
    List<JsonNode> after(long number, int most) throws SQLException {
        try (Connection connection = database.connection()) {
            List<JsonNode> events = new ArrayList<>();
            new EventTable(connection).after(number, null, most).forEach(told -> events.add(Substance.tree(told.body())));
            return events;
        }
    }

    /** What was told last of each decision. */
    static Map<String, String> told(List<JsonNode> events) {
        Map<String, String> told = new TreeMap<>();
        events.forEach(event -> told.put(event.get("decision").asText(), event.at("/after/level").asText()));
        return told;
    }

    String recorded(String decision) {
        return Substance.tree(log.find(decision).orElseThrow()).at("/core/level").asText();
    }

    @Override
    public void close() throws InterruptedException {
        log.close();
    }
}
