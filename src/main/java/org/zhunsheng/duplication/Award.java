package org.zhunsheng.duplication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;

/** One award as it was known at a moment: who was supported by what, and what became of it. What is not known is null. */
record Award(long id, String code, Origin origin, int version, Instant learnedAt, String learnedBy, String reason, Content content, State state,
             Instant expiresAt, Imported imported) {

    /** How an award came into the ledger: held and decided here, told by somebody else, or taken from a file. */
    enum Origin { RESERVED, REPORTED, IMPORTED }

    enum State { RESERVED, RELEASED, EXPIRED, CONFIRMED, PAID, CANCELLED_BEFORE_PAYMENT, RECOVERED }

    /** Where an award stands that was taken from a file: the import, the line, and the number it goes under there. */
    record Imported(String file, int line, String externalCode) {
    }

    /** What the act says. A unit is a subject here and a code there: the act keeps the code of its day. */
    record Content(String subject, String unitCode, String policy, String direction, String clause, String contentKey, String title, String summary,
                   FunderLevel funderLevel, Form form, BigDecimal amountYuan, LocalDate decidedOn, LocalDate receivedOn, LocalDate cancelledOn,
                   LocalDate recoveredOn, String source) {
    }

    /** A place that was held until a moment is none afterwards, without anybody having to write that down. */
    State stateAt(Instant moment) {
        return state == State.RESERVED && !moment.isBefore(expiresAt) ? State.EXPIRED : state;
    }
}
