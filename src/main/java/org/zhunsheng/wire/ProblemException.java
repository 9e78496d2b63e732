package org.zhunsheng.wire;

import org.zhunsheng.calendar.UnknownYear;

/** Ends a request with a problem. It is an answer, not an accident, so it carries no stack trace. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.en(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code, String zh, String en) {
        this(new Problem(code, zh, en));
    }

    /** A working day of a year the calendar does not hold is nobody's to guess. */
    public static ProblemException notHeld(UnknownYear unknown) {
        return new ProblemException(ProblemCode.CALENDAR_YEAR_NOT_HELD, unknown.getMessage(),
                "the working-day calendar does not hold the year " + unknown.year());
    }

    public Problem problem() {
        return problem;
    }
}
