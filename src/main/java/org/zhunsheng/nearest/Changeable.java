package org.zhunsheng.nearest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.zhunsheng.policy.Clause;

/**
 * What an applicant may lawfully change, each fact with its reason, as stated in {@code changeable.yaml}. A flag on the record component
 * was the alternative; four hundred flags say nothing of why, and nobody can review them side by side.
 */
public record Changeable(Map<String, Reason> reasons, Map<String, String> facts, Map<Clause.Kind, String> clauses) {

    /** @param later only a later day is lawful; @param soft stated by the applicant alone */
    public record Reason(boolean may, boolean later, boolean soft, String zh, String en) {
    }

    public static final Changeable STATED = read();

    public Changeable {
        facts.values().forEach(code -> known(reasons, code));
        clauses.values().forEach(code -> known(reasons, code));
    }

    private static void known(Map<String, Reason> reasons, String code) {
        if (!reasons.containsKey(code)) {
            throw new IllegalStateException("changeable.yaml 没有理由 " + code);
        }
    }

    private static Changeable read() {
        try (InputStream in = Changeable.class.getResourceAsStream("/nearest/changeable.yaml")) {
            return YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build().readValue(in, Changeable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code of the reason for a fact: that of its own line, or of the longest line above it; null where nothing is said of it. */
    public String code(String fact) {
        for (int end = fact.length(); end > 0; end = Math.max(fact.lastIndexOf('.', end - 1), fact.lastIndexOf('[', end - 1))) {
            String code = facts.get(fact.substring(0, end));
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    public Reason reason(String code) {
        return reasons.get(code);
    }

    boolean may(String fact) {
        String code = code(fact);
        return code != null && reasons.get(code).may();
    }

    boolean later(String fact) {
        return reasons.get(code(fact)).later();
    }

    /** A plan, a promise or a statement, which nobody but the applicant makes. */
    public boolean isOwnWord(String fact) {
        String code = code(fact);
        return code != null && reasons.get(code).soft();
    }

    /** Why nothing is proposed over a clause whatever it looks at, or null where its facts decide. */
    String locked(Clause clause) {
        return clauses.get(clause.kind());
    }
}
