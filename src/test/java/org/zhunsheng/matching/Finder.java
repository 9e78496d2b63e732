package org.zhunsheng.matching;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.rulebase.RuleBases;

/** The finder for tests elsewhere: it answers, and answers again. */
public final class Finder {

    private final Matches matches;

    public Finder(RuleBases bases, Evaluations evaluations) {
        this.matches = new Matches(bases, evaluations);
    }

    public Renewal renewal() {
        return matches;
    }

    /** What it finds for the profile of ten activities. */
    public byte[] found() throws IOException {
        return found(new ObjectMapper().writeValueAsBytes(TenActivities.read()), LocalDate.of(2025, 9, 10));
    }

    public byte[] found(byte[] profile, LocalDate day) {
        return matches.match(profile, day).core();
    }
}
