package org.zhunsheng.wire;

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

    public Problem problem() {
        return problem;
    }
}
