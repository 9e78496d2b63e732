package org.zhunsheng.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Judgement;

/** One profile: what is known of the applicant, and every activity it would seek support for. */
public record MatchRequest(LocalDate asOf, Map<String, String> readings, boolean simulate, boolean sensitivity, Map<String, Object> facts,
                           Map<String, Judgement> judgements, List<Activity> activities, Instant knownAt) {

    /** What is known of one activity, beside what holds for all. */
    public record Activity(String activity, Map<String, Object> facts, Map<String, Judgement> judgements) {
    }
}
