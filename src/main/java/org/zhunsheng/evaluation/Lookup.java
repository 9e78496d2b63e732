package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What the service itself can find out beside what a caller says: the award ledger, and the registers where they are asked for. */
@Singleton
public final class Lookup {

    static final Found NOTHING = new Found(null, null);

    /** What was found, or null where it was not looked for. */
    record Found(Consulted consulted, Remembered remembered) {

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

    private final Registers registers;
    private final AwardHistory history;
    private final FactCatalogue catalogue;

    @Inject
    Lookup(Registers registers, AwardHistory history, RuleBases bases) {
        this(registers, history, bases.catalogue());
    }

    private Lookup(Registers registers, AwardHistory history, FactCatalogue catalogue) {
        this.registers = registers;
        this.history = history;
        this.catalogue = catalogue;
    }

    /** Where there is neither ledger nor register. */
    static Lookup nowhere(FactCatalogue catalogue) {
        return new Lookup(null, AwardHistory.NONE, catalogue);
    }

    /** Looking up reads the database, which is not done where requests arrive. */
    boolean isNeeded(EvaluationRequest request, Desk desk) {
        return request.registers() != null || asksLedger(request, desk);
    }

    private boolean asksLedger(EvaluationRequest request, Desk desk) {
        return history != AwardHistory.NONE && desk.remembers() && unitCode(request.facts()) != null;
    }

    Found of(EvaluationRequest request, Desk desk) {
        return isNeeded(request, desk) ? new Found(consulted(request, null), asksLedger(request, desk) ? remembered(request.facts(), request.asOf()) : null)
                : NOTHING;
    }

    /** The same as a core names it. */
    Found again(EvaluationRequest request, JsonNode core) {
        JsonNode knownAt = core.at("/sources/knownAt");
        return new Found(consulted(request, knownAt.isMissingNode() ? null : OffsetDateTime.parse(knownAt.asText()).toInstant()), remembered(core.path("history")));
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

    /** What the ledger knows of the unit of these facts and of their content; null where they name no unit. */
    public Remembered remembered(Map<String, Object> facts, LocalDate asOf) {
        String code = unitCode(facts);
        Application application = facts.get("application") instanceof Application written ? written : null;
        LocalDate day = application != null && application.submittedOn().isValue() ? application.submittedOn().value() : asOf != null ? asOf : Answers.today();
        return code == null ? null : history.of(code, application == null ? null : application.contentKey().value(), day);
    }

    /** What a recorded answer names of the ledger. */
    public Remembered remembered(JsonNode recorded) {
        return recorded.isMissingNode() ? null : history.recorded(recorded);
    }

    private static String unitCode(Map<String, Object> facts) {
        return facts.get("applicant") instanceof Applicant applicant ? applicant.unifiedSocialCreditCode().value() : null;
    }
}
