package org.zhunsheng.duplication;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.Subjects;

/** The ledger as its resources call it, for tests and benchmarks that leave HTTP out. */
public final class LedgerCalls {

    private final Checks checks;
    private final Reservations reservations;
    private final Ledger ledger;

    public LedgerCalls(Database database, RuleBases bases) {
        this(database, bases, new Evaluations(bases));
    }

    public LedgerCalls(Database database, RuleBases bases, Evaluations evaluations) {
        Subjects subjects = new Subjects(new Ids(Clock.systemUTC()));
        this.checks = new Checks(database, bases, evaluations, subjects);
        this.ledger = new Ledger(database, bases, subjects);
        this.reservations = new Reservations(database, bases, evaluations, subjects);
    }

    /** Checks as decisions that are made again. */
    public Renewal renewal() {
        return checks;
    }

    /** Tells the ledger of an award and returns its code. */
    public String award(String body) {
        return Comparison.tree(ledger.record("somebody", body.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString())).required("award").asText();
    }

    public byte[] check(String body) {
        return checks.check(body.getBytes(StandardCharsets.UTF_8)).concluded().core();
    }

    /** Returns the answer's bytes, so that nothing of the work can be left out. */
    public byte[] check(String unit, String content, String day) {
        return checks.check(("{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"contentKey\":\"%s\",\"day\":\"%s\"}")
                .formatted(unit, content, day).getBytes(StandardCharsets.UTF_8)).concluded().core();
    }

    /** A place is held, and the support decided: two requests, each with a key of its own. */
    public void reserveAndConfirm(String unit, String content, String day) {
        byte[] reserved = reservations.reserve("benchmark", ("{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\","
                + "\"contentKey\":\"%s\",\"decidedOn\":\"%s\"}").formatted(unit, content, day).getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
        reservations.step("benchmark", Step.CONFIRM, Comparison.tree(reserved).required("award").asText(),
                "{\"decidedOn\":\"%s\"}".formatted(day).getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString());
    }
}
