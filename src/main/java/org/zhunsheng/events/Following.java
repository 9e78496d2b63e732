package org.zhunsheng.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.RecordedDecision;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.RelianceTable;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Follows later facts up: which answers they touch, and whether these would be others now. That is not done where the fact is told,
 * because to touch is not to alter, and only making an answer again shows it; a correction must not wait for a thousand answers, and a list
 * not fail for one. What the fact leaves in the outbox, in its own transaction, is lost as little as the fact. Everything here is done in
 * short transactions, each of which leaves what is still to be done behind it, so that whoever is cut off loses nothing and tells
 * nothing twice.
 */
final class Following {

    private static final Logger LOG = Logger.getLogger(Following.class);

    /** At most so many facts, notes and answers in one transaction. */
    record Portions(int facts, int notes, int answers) {

        static final Portions USUAL = new Portions(1_000, 5_000, 20);
    }

    private final Database database;
    private final DecisionLog log;
    private final List<Renewal> renewals;
    private final Clock clock;
    private final Portions portions;

    Following(Database database, DecisionLog log, List<Renewal> renewals, Clock clock, Portions portions) {
        this.database = database;
        this.log = log;
        this.renewals = renewals;
        this.clock = clock;
        this.portions = portions;
    }

    private interface Work {
        boolean on(Connection connection, Outbox outbox) throws SQLException;
    }

    /** A portion of facts and a portion of answers, so that neither waits for an end of the other; whether there was anything to do. */
    boolean step() throws SQLException {
        boolean told = claimed(this::spread);
        return claimed(this::renew) || told;
    }

    private boolean claimed(Work work) throws SQLException {
        return database.transaction(connection -> {
            Outbox outbox = new Outbox(connection);
            return outbox.claimed() && work.on(connection, outbox);
        });
    }

    private boolean spread(Connection connection, Outbox outbox) throws SQLException {
        List<Long> facts = outbox.waiting(now(), portions.facts);
        if (facts.isEmpty()) {
            return false;
        }
        outbox.spread(facts, portions.notes);
        return true;
    }

    private boolean renew(Connection connection, Outbox outbox) throws SQLException {
        List<Outbox.Due> due = outbox.due(portions.answers);
        for (Outbox.Due each : due) {
            Optional<RecordedDecision> decision = log.find(each.decision());
            if (decision.isPresent() && !decision.get().superseded()) {
                renew(connection, outbox, each, decision.get());
            }
            outbox.settle(each);
        }
        return !due.isEmpty();
    }

    private void renew(Connection connection, Outbox outbox, Outbox.Due due, RecordedDecision decision) throws SQLException {
        EventTable events = new EventTable(connection);
        byte[] core = Answer.core(decision.answer());
        JsonNode recorded = Substance.tree(core);
        Substance before = events.last(due.decision()).map(Substance::new).orElseGet(() -> Substance.of(recorded));
        Renewal.Renewed now;
        try {
            now = renewal(recorded).renewed(core, recorded);
        } catch (RecordUnavailable gone) {
            throw gone;
        } catch (RuntimeException failed) {
            if (failed instanceof ProblemException problem && problem.problem().code() == ProblemCode.RECORD_UNAVAILABLE) {
                throw failed;
            }
            // told all the same: an answer that cannot be made again is one that a person must look at
            LOG.errorf(failed, "decision %s cannot be made again", decision.id());
            tell(events, due, decision, outbox.facts(due, Reliance.NONE), before, null);
            return;
        }
        Substance after = Substance.of(Substance.tree(now.core()));
        new RelianceTable(connection).add(List.of(new RelianceTable.Relying(decision.id(), now.reliance())));
        if (!after.sameAs(before)) {
            tell(events, due, decision, outbox.facts(due, now.reliance()), before, after);
        }
    }

    private Renewal renewal(JsonNode core) {
        return renewals.stream().filter(renewal -> renewal.gives(core)).findFirst().orElseThrow(() -> new IllegalStateException("nobody gives such answers"));
    }

    private void tell(EventTable events, Outbox.Due due, RecordedDecision decision, List<LaterFact> facts, Substance before, Substance after)
            throws SQLException {
        long number = events.next();
        Instant at = now();
        events.add(number, at, due.decision(), decision.caller(), (after == null ? before : after).json(),
                EventWriter.json(number, at, decision, facts, before, after));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
