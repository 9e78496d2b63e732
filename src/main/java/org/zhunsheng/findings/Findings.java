package org.zhunsheng.findings;

import java.util.ArrayList;
import java.util.List;

/** Where rules hand over what they found; write-only for them. */
public final class Findings {

    private final List<Finding> handed = new ArrayList<>(64);

    public void add(String rule, Verdict verdict) {
        handed.add(new Finding(rule, verdict));
    }

    public List<Finding> handed() {
        return handed;
    }
}
