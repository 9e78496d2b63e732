package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.record.Reliance.Ground;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What the service itself can find out beside what a caller says: the award ledger, and the registers where they are asked for. */
@Singleton
public final class Lookup {

    static final Found NOTHING = new Found(null, null, Reliance.NONE);

    /** What was found, or null where it was not looked for. */
    record Found(Consulted consulted, Remembered remembered, Reliance reliance) {

        /** The request as it is decided: the caller's facts with these beside them. */
        EvaluationRequest beside(EvaluationRequest request, FactCatalogue catalogue) {
            EvaluationRequest known = consulted == null ? request : request.withFacts(consulted.beside(request.facts(), catalogue));
            return remembered == null ? known : known.withFacts(remembered.beside(known.facts()));
        }

        /** Between the guide and the request, as names are ordered. */
        void writeHistory(CanonicalJson json) {
            if (remembered != null) {
                remembered.write(json.name("history"));
            }
        }

        void writeSources(CanonicalJson json) {
            if (consulted != null) {
                consulted.write(json.name("sources"));
            }
        }
    }

    private final DecisionLog log;
    private final Registers registers;
    private final AwardHistory history;
    private final FactCatalogue catalogue;

    @Inject
    Lookup(DecisionLog log, Registers registers, AwardHistory history, RuleBases bases) {
        this(log, registers, history, bases.catalogue());
    }

    private Lookup(DecisionLog log, Registers registers, AwardHistory history, FactCatalogue catalogue) {
        this.log = log;
        this.registers = registers;
        this.history = history;
        this.catalogue = catalogue;
    }

    /** Where there is neither ledger nor register. */
    static Lookup nowhere(FactCatalogue catalogue) {
        return new Lookup(null, null, AwardHistory.NONE, catalogue);
    }

    /** Looking up reads the database, which is not done where requests arrive. */
    boolean isNeeded(EvaluationRequest request, Desk desk) {
        return request.registers() != null || asksLedger(request, desk);
    }

    private boolean asksLedger(EvaluationRequest request, Desk desk) {
        return history != AwardHistory.NONE && desk.remembers() && unitCode(request.facts()) != null;
    }

    Found of(EvaluationRequest request, Desk desk) {
        if (!isNeeded(request, desk)) {
            return NOTHING;
        }
        long mark = mark();
        return found(mark, request, request.asOf(), consulted(request, request.knownAt()),
                asksLedger(request, desk) ? remembered(request.facts(), request.asOf(), request.knownAt()) : null);
    }

    /** What would be found now of what a core says was looked for. */
    Found now(EvaluationRequest request, JsonNode core) {
        long mark = mark();
        LocalDate asOf = LocalDate.parse(core.required("asOf").asText());
        return found(mark, request, asOf, consulted(request, request.knownAt()),
                core.has("history") ? remembered(request.facts(), asOf, request.knownAt()) : null);
    }

    /** What was known at a moment stays what was known at that moment. */
    private static Found found(long mark, EvaluationRequest request, LocalDate asOf, Consulted consulted, Remembered remembered) {
        if (request.knownAt() != null) {
            return new Found(consulted, remembered, Reliance.NONE);
        }
        Reliance reliance = reliance(mark, request.facts(), asOf, remembered);
        return new Found(consulted, remembered, consulted == null ? reliance : reliance.and(new Reliance(mark, consulted.grounds())));
    }

    /** To be read before anything is looked up. */
    public long mark() {
        try {
            return log == null ? 0 : log.mark();
        } catch (RecordUnavailable gone) {
            throw Answers.unavailable();
        }
    }

    /** What an answer rests on that the ledger was asked for: the code may come to be another unit's, the units and the content may have more awards. */
    public static Reliance reliance(long mark, Map<String, Object> facts, LocalDate asOf, Remembered remembered) {
        if (remembered == null) {
            return Reliance.NONE;
        }
        LocalDate day = day(facts, asOf);
        Set<Ground> grounds = new HashSet<>(Set.of(Ground.code(unitCode(facts), day)));
        remembered.units().forEach(unit -> grounds.add(Ground.unit(unit, day)));
        remembered.unitsInQuestion().forEach(unit -> grounds.add(Ground.unit(unit, day)));
        if (contentKey(facts) != null) {
            grounds.add(Ground.content(contentKey(facts), day));
        }
        return new Reliance(mark, grounds);
    }

    /** The same as a core names it. */
    Found again(EvaluationRequest request, JsonNode core) {
        JsonNode knownAt = core.at("/sources/knownAt");
        return found(0, request, LocalDate.parse(core.required("asOf").asText()), consulted(request,
                knownAt.isMissingNode() ? null : BeijingTime.read(knownAt.asText())), remembered(core.path("history")));
    }

    private Consulted consulted(EvaluationRequest request, Instant knownAt) {
        if (request.registers() == null) {
            return null;
        }
        try {
            return Consulted.of(request.registers(), request.facts(), catalogue, registers, knownAt == null ? registers.knownAt() : knownAt);
        } catch (SQLException failed) {
            throw new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "登记册暂不可用，请稍后重试", "the registers are unavailable; try again later");
        }
    }

    /**
     * What the ledger knows of the unit of these facts and of their content; null where they name no unit.
     *
     * @param knownAt null for what it knows now
     */
    public Remembered remembered(Map<String, Object> facts, LocalDate asOf, Instant knownAt) {
        String code = unitCode(facts);
        return code == null ? null : history.of(code, contentKey(facts), day(facts, asOf), knownAt);
    }

    private static LocalDate day(Map<String, Object> facts, LocalDate asOf) {
        return facts.get("application") instanceof Application application && application.submittedOn().isValue() ? application.submittedOn().value()
                : asOf != null ? asOf : Answers.today();
    }

    private static String contentKey(Map<String, Object> facts) {
        return facts.get("application") instanceof Application application ? application.contentKey().value() : null;
    }

    /** What a recorded answer names of the ledger. */
    public Remembered remembered(JsonNode recorded) {
        return recorded.isMissingNode() ? null : history.recorded(recorded);
    }

    private static String unitCode(Map<String, Object> facts) {
        return facts.get("applicant") instanceof Applicant applicant ? applicant.unifiedSocialCreditCode().value() : null;
    }
}
