package org.zhunsheng.duplication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Answers;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.CheckRequest;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** Duplication checks: what the ledger holds against a support, clause by clause; and the same again years later. */
@Singleton
public final class Checks {

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

    /** A question, and what is to be recorded of its answer. */
    record Checked(CheckRequest request, Answers.Concluded concluded) {
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
        Instant knownAt = request.knownAt() == null ? AwardTable.NOW : request.knownAt();
        Instant moment = request.knownAt() == null ? writes.now() : request.knownAt();
        Applied applied = applied(evaluations.desk(base), evaluations.between(), request, code, day, award -> named.clause(award.content()));
        Search.Found found = writes.read(connection -> search.in(connection, applied, standing(connection, request, code, day, knownAt), knownAt, moment));
        return checked(request, base, writer.core(request, day, moment, found, base.digest()));
    }

    private static Checked checked(CheckRequest request, RuleBase base, byte[] core) {
        return new Checked(request, new Answers.Concluded(QUESTION, base.policy().policy(), base.digest(), core, Digest.of(core)));
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

    private Applied applied(Desk desk, Desk between, CheckRequest request, CreditCode code, LocalDate day, Function<Award, String> clauses) {
        requireInForce(desk, day, "/day");
        Asked asked = new Asked(code == null ? null : code.text(), request.direction(), request.clause(), request.contentKey(), day, request.readings(),
                request.judgements());
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

    /** By the rule base, the awards and the units that the record names. */
    byte[] replay(String id, byte[] answer) {
        byte[] core = Answer.member(answer, "core");
        JsonNode recorded = Comparison.tree(core);
        if (!recorded.has("searched")) {
            throw new ProblemException(ProblemCode.NOT_FOUND, id + " 不是查重的结果", id + " is no duplication check");
        }
        Problems problems = new Problems();
        CheckRequest request = reader.readCheck(Answer.member(core, "request"), problems);
        CreditCode code = Units.code(request.unitCode(), problems);
        problems.raise();
        RuleBase base = bases.named(recorded.required("ruleBase").asText());
        LocalDate day = LocalDate.parse(recorded.required("asOf").asText());
        Instant moment = Instant.parse(recorded.required("moment").asText());
        Desk between = recorded.has("betweenRuleBase") ? evaluations.desk(bases.named(recorded.get("betweenRuleBase").asText())) : null;
        Standing standing = new Standing(LedgerHistory.texts(recorded.at("/searched/units")), LedgerHistory.texts(recorded.at("/searched/unitsInQuestion")));
        AwardTable.Extent extent = new AwardTable.Extent(recorded.at("/searched/entries").asLong(),
                recorded.at("/searched").has("learnedAt") ? Instant.parse(recorded.at("/searched/learnedAt").asText()) : null);
        Map<String, String> clauses = new HashMap<>();
        recorded.required("earlier").forEach(each -> clauses.put(each.required("award").asText(), each.path("clause").asText(null)));
        List<Award> awards = writes.read(connection -> {
            List<Award> named = new ArrayList<>();
            for (JsonNode each : recorded.required("earlier")) {
                named.add(new AwardTable(connection).find(each.required("award").asText(), each.required("version").asInt()).orElseThrow());
            }
            return named;
        });
        Applied applied = applied(evaluations.desk(base), between, request, code, day, award -> clauses.get(award.code()));
        Search.Found found = search.of(applied, standing, extent, awards, moment);
        return Comparison.json(id, base.digest(), core, writer.core(request, day, moment, found, base.digest()));
    }
}
