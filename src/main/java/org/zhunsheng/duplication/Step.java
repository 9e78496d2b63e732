package org.zhunsheng.duplication;

import java.time.LocalDate;
import org.zhunsheng.duplication.Award.Content;
import org.zhunsheng.duplication.Award.State;
import org.zhunsheng.wire.AwardRequest;

/** What may become of an award, each from one state only: who repeats a step, or takes one that is over, is told where the award stands. */
enum Step {

    CONFIRM("confirm", State.RESERVED, State.CONFIRMED),
    RELEASE("release", State.RESERVED, State.RELEASED),
    PAID("paid", State.CONFIRMED, State.PAID),
    CANCEL_BEFORE_PAYMENT("cancelBeforePayment", State.CONFIRMED, State.CANCELLED_BEFORE_PAYMENT),
    RECOVER("recover", State.PAID, State.RECOVERED);

    private final String name;
    private final State from;
    private final State to;

    Step(String name, State from, State to) {
        this.name = name;
        this.from = from;
        this.to = to;
    }

    static Step named(String name) {
        for (Step step : values()) {
            if (step.name.equals(name)) {
                return step;
            }
        }
        return null;
    }

    State from() {
        return from;
    }

    State to() {
        return to;
    }

    /** An award that was cancelled or given back holds its place no longer, one that was recovered after payment does (A55, INT-33). */
    boolean givesUpPlace() {
        return this == RELEASE || this == CANCEL_BEFORE_PAYMENT;
    }

    /** The day of the step in what is told of it; today where it is not said. */
    LocalDate day(AwardRequest told, LocalDate today) {
        LocalDate day = switch (this) {
            case CONFIRM -> told.decidedOn();
            case RELEASE -> today;
            case PAID -> told.receivedOn();
            case CANCEL_BEFORE_PAYMENT -> told.cancelledOn();
            case RECOVER -> told.recoveredOn();
        };
        return day == null ? today : day;
    }

    Content after(Content before, AwardRequest told, LocalDate day) {
        return new Content(before.subject(), before.unitCode(), before.policy(), before.direction(), before.clause(), before.contentKey(),
                before.title(), before.summary(), before.funderLevel(), before.form(),
                told.amountYuan() == null ? before.amountYuan() : told.amountYuan(), this == CONFIRM ? day : before.decidedOn(),
                this == PAID ? day : before.receivedOn(), this == CANCEL_BEFORE_PAYMENT ? day : before.cancelledOn(),
                this == RECOVER ? day : before.recoveredOn(), told.source() == null ? before.source() : told.source());
    }
}
