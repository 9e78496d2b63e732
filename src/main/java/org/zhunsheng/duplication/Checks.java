package org.zhunsheng.duplication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.AnswerKind;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Judgeable;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.Reliance.Ground;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.similarity.Project;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CheckRequest;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** Duplication checks: what the ledger holds against a support, clause by clause; and the same again years later. */
@Singleton
public final class Checks implements Renewal {

    private static final String QUESTION = "DUPLICATION";

    private final Writes writes;
    private final RuleBases bases;
    private final Evaluations evaluations;
    private final Units units;
    private final Named named;
    private final Search search;
    private final CheckWriter writer;
    private final FactReader reader;

    Checks(Database database, RuleBases bases, Evaluations evaluations, Subjects subjects) {
        this.writes = new Writes(database, Clock.systemUTC());
        this.bases = bases;
        this.evaluations = evaluations;
        this.units = new Units(subjects);
        this.named = new Named(bases);
        this.search = new Search(bases.catalogue());
        this.writer = new CheckWriter(bases.catalogue());
        this.reader = new FactReader(bases.catalogue());
    }

    /** A question, what was found, and what is to be recorded of it. */
    record Checked(CheckRequest request, Search.Found found, Answers.Concluded concluded) {
    }

    Checked check(byte[] body) {
        Problems problems = new Problems();
        CheckRequest request = reader.readCheck(body, problems);
        CreditCode code = request == null ? null : Units.code(request.unitCode(), problems);
        RuleBase base = base(request, problems);
        if (base != null) {
            named.check(request.policy(), request.direction(), request.clause(), problems);
        }
        problems.raise();
        LocalDate day = request.day() == null ? Answers.today() : request.day();
        Tenure.Chosen chosen = new Tenure.Chosen(day, request.knownAt());
        return check(request, code, bases.inForce(base, chosen), evaluations.between(chosen), day);
    }

    private Checked check(CheckRequest request, CreditCode code, RuleBase base, Desk between, LocalDate day) {
        long mark = evaluations.lookup().mark();
        Instant knownAt = request.knownAt() == null ? AwardTable.NOW : request.knownAt();
        Instant moment = request.knownAt() == null ? writes.now() : request.knownAt();
        Settled settled = settled(request);
        Applied applied = applied(evaluations.desk(base), between, request, settled, code, day, award -> named.clause(award.content()));
        Search.Found found = writes.read(connection -> {
            Sought sought = sought(request, standing(connection, request, code, day, knownAt), settled);
            AwardTable.Extent extent = new AwardTable(connection).extent();
            return search.of(applied, sought, extent, search.awards(connection, sought, knownAt), moment, null);
        });
        return checked(request, base, found, writer.core(request, day, moment, found, base.digest()), reliance(mark, request, code, found, day));
    }

    private static Settled settled(CheckRequest request) {
        Problems problems = new Problems();
        Settled settled = Settled.of(request.judgements(), problems);
        problems.raise();
        return settled;
    }

    private static Sought sought(CheckRequest request, Standing standing, Settled settled) {
        return new Sought(standing, settled, request.contentKey(), request.title() == null ? null : new Project(request.title(), request.summary()));
    }

    private static Checked checked(CheckRequest request, RuleBase base, Search.Found found, byte[] core, Reliance reliance) {
        return new Checked(request, found, new Answers.Concluded(QUESTION, base.policy().policy(), base.digest(), core, Digest.of(core), reliance));
    }

    /** Later facts alter what was asked of the ledger as it is; what was known at a moment stays what was known at that moment. */
    private static Reliance reliance(long mark, CheckRequest request, CreditCode code, Search.Found found, LocalDate day) {
        if (request.knownAt() != null) {
            return Reliance.NONE;
        }
        Set<Ground> grounds = new HashSet<>();
        found.sought().standing().all().forEach(unit -> grounds.add(Ground.unit(unit, day)));
        found.judged().forEach(award -> grounds.add(Ground.award(award.code(), day)));
        if (found.similar() != null) {
            found.similar().awards().forEach(award -> grounds.add(Ground.award(award.code(), day)));
        }
        if (code != null) {
            grounds.add(Ground.code(code.text(), day));
        }
        if (request.contentKey() != null) {
            grounds.add(Ground.content(request.contentKey(), day));
        }
        return new Reliance(mark, grounds);
    }

    @Override
    public boolean gives(JsonNode core) {
        return AnswerKind.CHECK.isOf(core);
    }

    @Override
    public Renewed renewed(byte[] core, JsonNode recorded) {
        Problems problems = new Problems();
        CheckRequest request = reader.readCheck(Answer.member(core, "request"), problems);
        CreditCode code = Units.code(request.unitCode(), problems);
        problems.raise();
        Answers.Concluded now = check(request, code, bases.named(recorded.required("ruleBase").asText()), between(recorded, Under.recorded(bases)),
                LocalDate.parse(recorded.required("asOf").asText())).concluded();
        return new Renewed(now.core(), now.reliance());
    }

    /** What stood between the documents when it was asked; null where nothing was asked of it. */
    private Desk between(JsonNode recorded, Under under) {
        return recorded.has("betweenRuleBase") ? evaluations.desk(under.of(recorded.get("betweenRuleBase").asText())) : null;
    }

    private RuleBase base(CheckRequest request, Problems problems) {
        if (request == null || request.policy() == null) {
            return null;
        }
        Optional<RuleBase> base = named.base(request.policy());
        if (base.isEmpty()) {
            problems.at("/policy", ProblemCode.UNKNOWN_POLICY, "没有文件 " + request.policy() + "，可用：" + named.names(),
                    "there is no policy " + request.policy() + "; available: " + named.names());
        }
        return base.orElse(null);
    }

    private Applied applied(Desk desk, Desk between, CheckRequest request, Settled settled, CreditCode code, LocalDate day, Function<Award, String> clauses) {
        requireInForce(desk, day, "/day");
        Asked asked = new Asked(code == null ? null : code.text(), request.direction(), request.clause(), request.contentKey(), day, request.readings(),
                settled.ofClauses());
        Problems problems = new Problems();
        Applied applied = search.applied(desk, between, asked, code == null ? request.subject() : code.text(), clauses, problems);
        problems.raise();
        return applied;
    }

    static void requireInForce(Desk desk, LocalDate day, String pointer) {
        if (!desk.base().policy().inForce(day)) {
            Problems problems = new Problems();
            problems.at(pointer, ProblemCode.OUT_OF_RANGE, desk.base().policy().number() + "在 " + day + " 未施行，自 " + desk.base().policy().inForceFrom()
                    + " 起施行", desk.base().policy().number() + " is not in force on " + day + " but from " + desk.base().policy().inForceFrom());
            problems.raise();
        }
    }

    /** A code that no unit has is not refused: nobody of that code was ever supported, and the answer says that no unit was found. */
    private Standing standing(Connection connection, CheckRequest request, CreditCode code, LocalDate day, Instant knownAt) throws SQLException {
        Optional<String> unit = request.subject() != null ? Optional.of(request.subject()) : units.known(connection, code, knownAt);
        return unit.isEmpty() ? new Standing(Set.of(), Set.of()) : units.standing(connection, unit.get(), day, knownAt);
    }

    @Override
    public Replayed replayed(byte[] core, JsonNode recorded, Under under) {
        List<String> then = new ArrayList<>(List.of(recorded.required("ruleBase").asText()));
        if (recorded.has("betweenRuleBase")) {
            then.add(recorded.get("betweenRuleBase").asText());
        }
        under.requirePart(then);
        Answers.Concluded again = again(core, recorded, under, UnaryOperator.identity()).concluded();
        return new Replayed(again.core(), again.ruleBase());
    }

    /** By what was found then: what the ledger learned since is for another check. */
    Checked judged(byte[] answer, JudgementRequest judged) {
        byte[] core = Answer.core(answer);
        JsonNode recorded = Comparison.tree(core);
        RuleBase base = bases.named(recorded.required("ruleBase").asText());
        Problems problems = new Problems();
        if (Settled.isOfClause(judged.point())) {
            Desk between = between(recorded, Under.recorded(bases));
            Desk asked = between != null && judged.point().startsWith(between.base().policy().policy() + "/") ? between : evaluations.desk(base);
            asked.admits(judged.point(), judged.judgement(), "/point", "/value", problems);
        } else {
            Settled.requireYesOrNo(judged.judgement(), "/value", problems);
        }
        problems.raise();
        Checked again = again(core, recorded, Under.recorded(bases), request -> request.judged(judged.point(), judged.judgement()));
        Judgeable.requireLookedAt(Points.of(base.policy().policy(), again.found()), judged.point());
        return again;
    }

    /** A recorded question, changed or not, by the awards and the units that its core names. */
    private Checked again(byte[] core, JsonNode recorded, Under under, UnaryOperator<CheckRequest> changed) {
        Problems problems = new Problems();
        CheckRequest request = changed.apply(reader.readCheck(Answer.member(core, "request"), problems));
        CreditCode code = Units.code(request.unitCode(), problems);
        problems.raise();
        RuleBase base = under.of(recorded.required("ruleBase").asText());
        LocalDate day = LocalDate.parse(recorded.required("asOf").asText());
        Instant moment = BeijingTime.read(recorded.required("moment").asText());
        Settled settled = settled(request);
        RecordedCheck then = new RecordedCheck(recorded);
        List<Award> awards = writes.read(connection -> then.awards(new AwardTable(connection)));
        Applied applied = applied(evaluations.desk(base), between(recorded, under), request, settled, code, day, award -> then.clause(award, each -> named.clause(each.content())));
        Search.Found found = search.of(applied, sought(request, then.standing(), settled), then.extent(), awards,
                moment, then.compared());
        return checked(request, base, found, writer.core(request, day, moment, found, base.digest()), reliance(0, request, code, found, day));
    }
}
