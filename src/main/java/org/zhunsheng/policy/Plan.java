package org.zhunsheng.policy;

import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Question;

/**
 * What a question composes; advice is looked at and warned of, but never changes the outcome. A refusal shows {@code ifRefused} in place of what its
 * clauses would lead to.
 */
public record Plan(Question question, String step, boolean perDirection, String gate, Compose compose, List<String> advice,
                   Map<String, String> ifRefused) {

    public Plan {
        advice = advice == null ? List.of() : advice;
        ifRefused = ifRefused == null ? Map.of() : ifRefused;
    }
}
