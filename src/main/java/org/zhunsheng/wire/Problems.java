package org.zhunsheng.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects everything wrong with one request, so that a caller need not mend it fault by fault. */
public final class Problems {

    /** Beyond this a body is not mistaken but foreign, and looking for the nearest name would only cost time. */
    private static final int MOST = 100;

    private final List<Fault> faults = new ArrayList<>(0);

    public void at(String pointer, ProblemCode code, String zh, String en) {
        faults.add(new Fault(pointer, code, zh, en));
        if (faults.size() == MOST) {
            raise();
        }
    }

    /** A name as one step of a JSON pointer. */
    public static String step(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    public List<Fault> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** Ends the request if anything was wrong. */
    public void raise() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }
}
