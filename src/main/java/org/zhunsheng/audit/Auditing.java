package org.zhunsheng.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.proof.Inspected;
import org.zhunsheng.proof.Log;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.RecordedDecision;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Looks at the record once more: decisions drawn by lot are made again by the rules of then and must come out byte for byte, and the whole
 * log is held against the rows that it attests. Either can tell what the other cannot: the log attests wrong answers as faithfully as
 * right ones, and an answer made again says nothing of those that were not drawn.
 */
final class Auditing {

    private static final int DRAWN = 100;
    /** So that gaps between the numbers do not leave too few. */
    private static final int TRIES = 20 * DRAWN;
    /** Of a record that was altered all over nobody reads more. */
    private static final int NAMED = 200;

    private final Database database;
    private final DecisionLog record;
    private final Log log;
    private final List<Renewal> renewals;
    private final RuleBases bases;
    private final Ids ids = new Ids(Clock.systemUTC());

    Auditing(Database database, DecisionLog record, Log log, List<Renewal> renewals, RuleBases bases) {
        this.database = database;
        this.record = record;
        this.log = log;
        this.renewals = renewals;
        this.bases = bases;
    }

    /** A decision that did not come out as it is recorded, or not at all. */
    private record Differing(String id, Replay replay, String problem) {
    }

    Optional<Audit> newest() throws SQLException {
        try (Connection connection = database.connection()) {
            return new AuditTable(connection).newest();
        }
    }

    /** That of the night unless it was done; drawn by the date, so that nobody can choose. */
    Optional<Audit> ofNight(LocalDate night) throws SQLException {
        return alone(table -> table.done(night) ? null : audit(night, null, night.toString()));
    }

    /** Drawn by its own id. Nothing where another instance is at it. */
    Optional<Audit> asked(String by) throws SQLException {
        return alone(table -> audit(null, by, ids.next()));
    }

    private interface Work {
        Audit by(AuditTable table) throws SQLException;
    }

    private Optional<Audit> alone(Work work) throws SQLException {
        return database.transaction(connection -> {
            AuditTable table = new AuditTable(connection);
            Audit audit = table.alone() ? work.by(table) : null;
            if (audit != null) {
                table.add(audit);
            }
            return Optional.ofNullable(audit);
        });
    }

    private Audit audit(LocalDate night, String askedBy, String seed) throws SQLException {
        Instant started = now();
        long upTo = record.newest();
        List<RecordedDecision> drawn = drawn(seed, upTo);
        List<Differing> differing = new ArrayList<>();
        drawn.forEach(decision -> again(decision).ifPresent(differing::add));
        Inspected inspected = log.inspected();
        return new Audit(night == null ? seed : ids.next(), night, askedBy, seed, upTo, started, now(), drawn.size(), inspected.entries(),
                differing.isEmpty() && inspected.altered().isEmpty(), found(differing, inspected.altered()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private List<RecordedDecision> drawn(String seed, long upTo) {
        List<RecordedDecision> drawn = new ArrayList<>();
        for (long place : places(seed, upTo)) {
            if (drawn.size() < DRAWN) {
                record.find(place).ifPresent(drawn::add);
            }
        }
        return drawn;
    }

    /** Places in the record, in the order in which the seed draws them; all of them where there are few. */
    static Set<Long> places(String seed, long upTo) {
        SplittableRandom random = new SplittableRandom(number(seed));
        Set<Long> places = new LinkedHashSet<>();
        while (places.size() < Math.min(TRIES, upTo)) {
            places.add(random.nextLong(1, upTo + 1));
        }
        return places;
    }

    private static long number(String seed) {
        return Long.parseUnsignedLong(Digest.of(seed.getBytes(StandardCharsets.UTF_8)).substring(7, 23), 16);
    }

    private Optional<Differing> again(RecordedDecision decision) {
        try {
            JsonNode core = Comparison.tree(Answer.core(decision.answer()));
            Renewal renewal = renewals.stream().filter(each -> each.gives(core)).findFirst().orElseThrow();
            Replay replay = Replay.of(renewal, decision.id(), decision.answer(), Under.recorded(bases));
            return replay.same() ? Optional.empty() : Optional.of(new Differing(decision.id(), replay, null));
        } catch (RuntimeException impossible) {
            ProblemCode refused = impossible instanceof ProblemException problem ? problem.problem().code() : null;
            if (refused == ProblemCode.RECORD_UNAVAILABLE || impossible instanceof RecordUnavailable) {
                throw impossible;
            }
            String why = refused == null ? impossible.toString() : refused.name();
            return Optional.of(new Differing(decision.id(), null, why));
        }
    }

    private static byte[] found(List<Differing> differing, List<String> altered) {
        CanonicalJson json = new CanonicalJson().object().name("altered").array();
        altered.stream().limit(NAMED).forEach(json::value);
        json.end().name("alteredCount").value((long) altered.size()).name("differing").array();
        for (Differing each : differing) {
            json.object();
            if (each.replay != null) {
                each.replay.writeChanges(json.name("changes"));
            }
            json.name("id").value(each.id);
            if (each.problem != null) {
                json.name("problem").value(each.problem);
            }
            json.end();
        }
        return json.end().end().bytes();
    }
}
