package org.zhunsheng.duplication;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhunsheng.database.Database;
import org.zhunsheng.duplication.Award.Content;
import org.zhunsheng.duplication.Award.State;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.AwardRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/**
 * Places for awards that are about to be made, and what becomes of them. The unit and the content are locked, the rules look at the ledger
 * inside the lock, and only then the place is written: two callers never both pass. Default readings hold; a person's judgement may be added.
 */
@Singleton
public final class Reservations {

    private static final Duration USUAL = Duration.ofDays(30);
    private static final int MOST_MINUTES = 366 * 24 * 60;

    /** What stands between two callers; each alone must do, which tests show by leaving the other out. */
    enum Guard { LOCKS_AND_CONSTRAINT, CONSTRAINT_ALONE }

    private final Writes writes;
    private final RuleBases bases;
    private final Units units;
    private final Named named;
    private final FactReader reader;
    private final Evaluations evaluations;
    private final Search search;
    private final Guard guard;

    @Inject
    Reservations(Database database, RuleBases bases, Evaluations evaluations, Subjects subjects) {
        this(database, bases, evaluations, subjects, Guard.LOCKS_AND_CONSTRAINT);
    }

    Reservations(Database database, RuleBases bases, Evaluations evaluations, Subjects subjects, Guard guard) {
        this.writes = new Writes(database, Clock.systemUTC());
        this.bases = bases;
        this.units = new Units(subjects);
        this.named = new Named(bases);
        this.reader = new FactReader(bases.catalogue());
        this.evaluations = evaluations;
        this.search = new Search(bases.catalogue());
        this.guard = guard;
    }

    byte[] reserve(String by, byte[] body, String key) {
        Problems problems = new Problems();
        AwardRequest request = reader.readReservation(body, problems);
        CreditCode code = request == null ? null : Units.code(request.unit(), problems);
        RuleBase held = base(request, problems);
        problems.raise();
        LocalDate day = request.decidedOn() == null ? Answers.today() : request.decidedOn();
        RuleBase base = bases.inForce(held, new Tenure.Chosen(day, null));
        Duration hold = request.holdMinutes() == null ? USUAL : Duration.ofMinutes(request.holdMinutes());
        return writes.write(by, key, "awards:reserve", body, (connection, now) -> {
            String subject = units.ensure(connection, code, request.unit().name(), by, by, now);
            Content content = new Content(subject, code.text(), base.policy().policy(), request.direction(), request.clause(), request.contentKey(),
                    request.title(), request.summary(), Named.funder(base.policy()), Form.MONEY, request.amountYuan(), day, null, null, null, null);
            clear(connection, base, content, request.judgements(), null, now);
            Award award = new AwardTable(connection).add(Award.Origin.RESERVED, now, by, content, State.RESERVED, now.plus(hold));
            take(connection, base, award, day, now);
            return AwardWriter.json(award, now);
        });
    }

    private RuleBase base(AwardRequest request, Problems problems) {
        if (request == null || request.policy() == null) {
            return null;
        }
        RuleBase base = named.base(request.policy()).orElse(null);
        if (base == null) {
            problems.at("/policy", ProblemCode.UNKNOWN_POLICY, "没有文件 " + request.policy() + "，只能为本系统收录的文件保留名额",
                    "there is no policy " + request.policy() + "; places are kept for documents held here only");
        }
        named.check(request, problems);
        if (base != null && !base.policy().directions().isEmpty() && request.direction() == null) {
            problems.at("/direction", ProblemCode.MISSING_FIELD, "缺少 direction：名额按支持方向保留", "direction is missing: places are kept by direction");
        }
        if (request.holdMinutes() != null && (request.holdMinutes() < 1 || request.holdMinutes() > MOST_MINUTES)) {
            problems.at("/holdMinutes", ProblemCode.OUT_OF_RANGE, "holdMinutes 应为 1 至 " + MOST_MINUTES, "holdMinutes must lie between 1 and " + MOST_MINUTES);
        }
        return base;
    }

    byte[] step(String by, Step step, String code, byte[] body, String key) {
        Problems problems = new Problems();
        AwardRequest told = body.length == 0 ? reader.readStep("{}".getBytes(StandardCharsets.US_ASCII), problems)
                : reader.readStep(body, problems);
        if (told != null) {
            Named.checkDays(told, Answers.today(), problems);
        }
        problems.raise();
        return writes.write(by, key, "awards/" + code + ":" + step, body, (connection, now) -> {
            AwardTable table = new AwardTable(connection);
            Award before = Ledger.found(table, code, AwardTable.NOW);
            Locks.take(connection, List.of(before.content().subject()), before.content().contentKey());
            before = Ledger.found(table, code, AwardTable.NOW);
            mustBe(step.from(), before, now);
            Content content = step.after(before.content(), told, step.day(told, Answers.today()));
            Places places = new Places(connection);
            if (step == Step.CONFIRM) {
                RuleBase base = bases.inForce(named.base(content.policy()).orElseThrow(), new Tenure.Chosen(content.decidedOn(), null));
                clear(connection, base, content, told.judgements(), before, now);
                places.giveUp(before.id());
                Award confirmed = table.add(before, now, by, told.reason(), content, step.to());
                LocalDate reserved = before.content().decidedOn();
                take(connection, base, confirmed, reserved.isBefore(content.decidedOn()) ? reserved : content.decidedOn(), now);
                return AwardWriter.json(confirmed, now);
            }
            if (step.givesUpPlace()) {
                places.giveUp(before.id());
            }
            return AwardWriter.json(table.add(before, now, by, told.reason(), content, step.to()), now);
        });
    }

    private static void mustBe(State needed, Award award, Instant now) {
        State state = award.stateAt(now);
        if (state == State.EXPIRED) {
            throw new ProblemException(ProblemCode.RESERVATION_EXPIRED, award.code() + " 的名额只保留到 " + award.expiresAt() + "，可能已被他人取得，请重新申请",
                    "the place of " + award.code() + " was kept until " + award.expiresAt() + " and may be gone; reserve again");
        }
        if (state != needed) {
            throw new ProblemException(ProblemCode.CONFLICT, award.code() + " 现为 " + state + "，这一步要求 " + needed,
                    award.code() + " is " + state + "; this step needs " + needed);
        }
    }

    /** Nothing in the ledger may stand against it, nor be open. */
    private void clear(Connection connection, RuleBase base, Content content, Map<String, Judgement> judgements, Award itself, Instant now)
            throws SQLException {
        Desk desk = evaluations.desk(base);
        Checks.requireInForce(desk, content.decidedOn(), "/decidedOn");
        Standing standing = standing(connection, content);
        Problems problems = new Problems();
        Settled settled = Settled.of(judgements, problems);
        Asked asked = new Asked(content.unitCode(), content.direction(), content.clause(), content.contentKey(), content.decidedOn(), Map.of(),
                settled.ofClauses());
        Applied applied = search.applied(desk, evaluations.between(new Tenure.Chosen(content.decidedOn(), null)), asked, content.unitCode(), award -> named.clause(award.content()), problems);
        problems.raise();
        Sought sought = new Sought(standing, settled, content.contentKey(), null);
        List<Award> awards = search.awards(connection, sought, AwardTable.NOW).stream().filter(award -> itself == null || award.id() != itself.id())
                .toList();
        if (search.isClear(applied, sought, awards, now)) {
            return;
        }
        Search.Found found = search.of(applied, sought, null, awards, now, null);
        if (found.level() != HistoryRules.Level.CLEAR) {
            throw new ProblemException(Refusal.of(base.policy().policy(), found));
        }
    }

    /** The lock is on the units as they are known before; who has merged meanwhile is seen, and locked, on the second look. */
    private Standing standing(Connection connection, Content content) throws SQLException {
        if (guard == Guard.CONSTRAINT_ALONE) {
            return units.standing(connection, content.subject(), content.decidedOn(), AwardTable.NOW);
        }
        TreeSet<String> locked = new TreeSet<>();
        Standing standing = units.standing(connection, content.subject(), content.decidedOn(), AwardTable.NOW);
        while (!locked.containsAll(standing.all())) {
            locked.addAll(standing.all());
            Locks.take(connection, locked, content.contentKey());
            standing = units.standing(connection, content.subject(), content.decidedOn(), AwardTable.NOW);
        }
        return standing;
    }

    /** Behind the locks the constraint has nothing to do; where it speaks, its blocker is named as if the rules had spoken. */
    private static void take(Connection connection, RuleBase base, Award award, LocalDate from, Instant now) throws SQLException {
        List<Places.Held> held = Places.of(base, award.content(), from);
        Places places = new Places(connection);
        if (!places.take(award.id(), held, now)) {
            throw new ProblemException(Refusal.of(places.holder(held, award.id()).orElse("?")));
        }
    }
}
