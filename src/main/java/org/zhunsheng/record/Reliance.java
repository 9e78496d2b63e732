package org.zhunsheng.record;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an answer rests on that may become known otherwise later.
 *
 * @param mark    read before anything else was: what had been told by then is in the answer
 * @param grounds under which later facts announce themselves
 */
public record Reliance(long mark, Set<Ground> grounds) {

    /** Of an answer that was made of its request alone. */
    public static final Reliance NONE = new Reliance(Long.MAX_VALUE, Set.of());

    /** What was looked at, for a day: a unit, a code that may be one, a content, an
     * award, the listings of a code, a register as a whole. */
    public record Ground(String key, LocalDate day) {

        public static Ground unit(String subject, LocalDate day) {
            return new Ground("unit/" + subject, day);
        }

        public static Ground code(String code, LocalDate day) {
            return new Ground("code/" + code, day);
        }

        public static Ground content(String contentKey, LocalDate day) {
            return new Ground("content/" + contentKey, day);
        }

        public static Ground award(String code, LocalDate day) {
            return new Ground("award/" + code, day);
        }

        public static Ground listings(String code, LocalDate day) {
            return new Ground("listed/" + code, day);
        }

        public static Ground register(String register, LocalDate day) {
            return new Ground("register/" + register, day);
        }
    }

    public Reliance {
        grounds = Set.copyOf(grounds);
    }

    /** Of what was looked up at two times the earlier counts. */
    public Reliance and(Reliance other) {
        Set<Ground> both = new LinkedHashSet<>(grounds);
        both.addAll(other.grounds);
        return new Reliance(Math.min(mark, other.mark), both);
    }
}
