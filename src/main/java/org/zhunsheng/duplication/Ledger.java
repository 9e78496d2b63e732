package org.zhunsheng.duplication;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.AwardRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** The award ledger as callers keep it: what was awarded is told, corrected and read as it was known at a moment. */
@Singleton
public final class Ledger {

    private static final int MOST = 1_000;

    private final Writes writes;
    private final Units units;
    private final Named named;
    private final FactReader reader;

    Ledger(Database database, RuleBases bases, Subjects subjects) {
        this.writes = new Writes(database, Clock.systemUTC());
        this.units = new Units(subjects);
        this.named = new Named(bases);
        this.reader = new FactReader(bases.catalogue());
    }

    /** What was decided elsewhere, or before this service was there: a fact, never refused for what it overlaps. */
    byte[] record(String by, byte[] body, String key) {
        Problems problems = new Problems();
        AwardRequest request = reader.readAward(body, problems);
        CreditCode code = sound(request, problems);
        return writes.write(by, key, "awards", body, (connection, now) -> AwardWriter.json(new AwardTable(connection).add(Award.Origin.REPORTED, now,
                by, content(connection, request, code, by, now), Award.State.valueOf(request.state().name()), null), now));
    }

    /** The whole of it anew, with the reason; what was known before stays to be seen. A place held here is not corrected but given up. */
    byte[] correct(String by, String award, byte[] body, String key) {
        Problems problems = new Problems();
        AwardRequest request = reader.readCorrection(body, problems);
        CreditCode code = sound(request, problems);
        return writes.write(by, key, "awards/" + award + "/corrections", body, (connection, now) -> {
            AwardTable table = new AwardTable(connection);
            Award before = found(table, award, AwardTable.NOW);
            if (before.state() == Award.State.RESERVED || before.state() == Award.State.RELEASED) {
                throw new ProblemException(ProblemCode.CONFLICT, award + " 还不是一项支持（" + before.stateAt(now) + "），不能更正，可以 release 后重新申请",
                        award + " is no award yet (" + before.stateAt(now) + ") and cannot be corrected; release it and reserve anew");
            }
            return AwardWriter.json(table.add(before, now, by, request.reason(), content(connection, request, code, by, now),
                    Award.State.valueOf(request.state().name())), now);
        });
    }

    private CreditCode sound(AwardRequest request, Problems problems) {
        CreditCode code = request == null ? null : Units.code(request.unit(), problems);
        if (request != null && request.policy() != null) {
            named.check(request, problems);
            Named.checkDays(request, Answers.today(), problems);
        }
        problems.raise();
        return code;
    }

    private Award.Content content(Connection connection, AwardRequest request, CreditCode code, String by, Instant now) throws SQLException {
        String subject = units.ensure(connection, code, request.unit().name(), request.source(), by, now);
        return new Award.Content(subject, code.text(), named.policy(request.policy()), request.direction(), request.clause(), request.contentKey(),
                request.title(), request.summary(), request.funderLevel(), request.form(), request.amountYuan(), request.decidedOn(),
                request.receivedOn(), request.cancelledOn(), request.recoveredOn(), request.source());
    }

    byte[] find(String code, Instant knownAt) {
        return writes.read(connection -> AwardWriter.json(found(new AwardTable(connection), code, knownAt), moment(knownAt)));
    }

    byte[] versions(String code) {
        List<Award> versions = writes.read(connection -> new AwardTable(connection).versions(code));
        if (versions.isEmpty()) {
            throw unknown(code);
        }
        return AwardWriter.json(versions, null, writes.now());
    }

    /** By the code of a unit, by its subject, or of everybody; in the order of the ledger, from the number the page before named. */
    byte[] list(String unitCode, String subject, LocalDate from, LocalDate to, Instant knownAt, long after, int most) {
        Problems problems = new Problems();
        CreditCode code = Units.code(unitCode, problems);
        if (from != null && to != null && from.isAfter(to)) {
            problems.at("/from", ProblemCode.CONTRADICTION, "from 晚于 to，没有哪一天在其中", "from lies after to, so no day lies between them");
        }
        if (most < 1 || most > MOST) {
            problems.at("/limit", ProblemCode.OUT_OF_RANGE, "limit 应为 1 至 " + MOST, "limit must lie between 1 and " + MOST);
        }
        problems.raise();
        List<Award> awards = writes.read(connection -> {
            AwardTable table = new AwardTable(connection);
            Optional<String> unit = code != null ? units.known(connection, code, knownAt) : Optional.ofNullable(subject);
            return unit.isPresent() ? table.ofSubjects(units.standing(connection, unit.get(), Answers.today(), knownAt).same(), from, to,
                            knownAt, after, most + 1)
                    : unitCode != null ? List.of() : table.ofPeriod(from, to, knownAt, after, most + 1);
        });
        boolean more = awards.size() > most;
        List<Award> page = more ? awards.subList(0, most) : awards;
        return AwardWriter.json(page, more ? page.get(most - 1).id() : null, moment(knownAt));
    }

    private Instant moment(Instant knownAt) {
        return knownAt.equals(AwardTable.NOW) ? writes.now() : knownAt;
    }

    static Award found(AwardTable table, String code, Instant knownAt) throws SQLException {
        return table.find(code, knownAt).orElseThrow(() -> unknown(code));
    }

    private static ProblemException unknown(String code) {
        return AwardCode.sound(code) ? new ProblemException(ProblemCode.NOT_FOUND, "台账中没有编码为 " + code + " 的支持", "the ledger has no award " + code)
                : new ProblemException(ProblemCode.NOT_FOUND, code + " 不是有效的支持编码，请核对抄写是否有误", code + " is no award code; look for a slip in copying");
    }
}
