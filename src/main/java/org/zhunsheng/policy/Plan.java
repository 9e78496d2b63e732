package org.zhunsheng.policy;

import java.util.List;
import org.zhunsheng.facts.Question;

/** What a question composes; advice is looked at and warned of, but never changes the outcome. */
public record Plan(Question question, String step, boolean perDirection, String gate, Compose compose, List<String> advice) {

    public Plan {
        advice = advice == null ? List.of() : advice;
    }
}
