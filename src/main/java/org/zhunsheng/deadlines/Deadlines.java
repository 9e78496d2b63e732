package org.zhunsheng.deadlines;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zhunsheng.calendar.UnknownYear;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.policy.Deadline;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Tenure;
import org.zhunsheng.wire.DeadlineRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;

/** The periods of every document, as days: which one is asked for, how it is read, and how it is counted. */
@Singleton
public final class Deadlines {

    /** A period counted for a request; {@code readings} are all it depends on with the options it was counted under. */
    record Counted(RuleBase base, DeadlineRequest request, Deadline deadline, Map<String, String> readings, Count count) {
    }

    /** Beyond these a date is a slip of the pen, and what is counted from it might not be a date any more. */
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private final RuleBases bases;
    private final FactReader reader;

    Deadlines(RuleBases bases) {
        this.bases = bases;
        this.reader = new FactReader(bases.catalogue());
    }

    /** Which period is asked for, and the rule base whose figures count it unless another day or moment is asked about. */
    record Asked(DeadlineRequest request, RuleBase now, Problems problems) {

        private Tenure.Chosen chosen() {
            return new Tenure.Chosen(request.asOf(), request.knownAt());
        }
    }

    Asked ask(byte[] body) {
        Problems problems = new Problems();
        DeadlineRequest request = reader.readDeadline(body, problems);
        if (request == null || request.policy() == null) {
            problems.raise();
        }
        RuleBase base = bases.inForce(request.policy()).orElse(null);
        if (base == null) {
            problems.at("/policy", ProblemCode.UNKNOWN_POLICY, "没有文件 " + request.policy() + "，可用：" + bases.names(),
                    "there is no policy " + request.policy() + "; available: " + bases.names());
            problems.raise();
        }
        return new Asked(request, base, problems);
    }

    /** Figures of another time are read from the database. */
    boolean mustWait(Asked asked) {
        return asked.problems.faults().isEmpty() && !bases.isAtHand(asked.now, asked.chosen());
    }

    Counted count(byte[] body) {
        return count(ask(body));
    }

    Counted count(Asked asked) {
        Problems problems = asked.problems;
        DeadlineRequest request = asked.request;
        RuleBase base = problems.faults().isEmpty() ? bases.inForce(asked.now, asked.chosen()) : asked.now;
        if (request.start() != null && (request.start().getYear() < EARLIEST || request.start().getYear() > LATEST)) {
            problems.at("/start", ProblemCode.OUT_OF_RANGE, "起算日应在 " + EARLIEST + " 年至 " + LATEST + " 年之间", "start must lie between the years " + EARLIEST
                    + " and " + LATEST);
        }
        Deadline deadline = request.kind() == null ? null : deadline(base.policy(), request.kind(), problems);
        Map<String, String> readings = deadline == null ? Map.of() : readings(base.policy(), deadline, request, problems);
        problems.raise();
        Deadline read = deadline.under(readings);
        try {
            return new Counted(base, request, read, readings, Count.of(read, number(base, read), request.start(), WorkingDays.official()));
        } catch (UnknownYear unknown) {
            throw ProblemException.notHeld(unknown);
        }
    }

    /** "By the end of the year" is the year of the start. */
    static int number(RuleBase base, Deadline deadline) {
        return deadline.figure() == null ? 1 : base.figures().whole(deadline.figure());
    }

    private static Deadline deadline(Policy policy, String kind, Problems problems) {
        return policy.deadline(kind).orElseGet(() -> {
            String kinds = policy.deadlines().stream().map(Deadline::kind).collect(Collectors.joining("、"));
            problems.at("/kind", ProblemCode.UNKNOWN_DEADLINE, policy.number() + "没有期限 " + kind + (kinds.isEmpty() ? "" : "，可问：" + kinds),
                    policy.number() + " has no deadline " + kind + (kinds.isEmpty() ? "" : "; it has: " + kinds.replace("、", ", ")));
            return null;
        });
    }

    private static Map<String, String> readings(Policy policy, Deadline deadline, DeadlineRequest request, Problems problems) {
        Map<String, String> chosen = new TreeMap<>();
        deadline.readings().forEach(id -> chosen.put(id, policy.reading(id).orElseThrow().standard().key()));
        Map<String, String> given = new LinkedHashMap<>();
        request.readings().forEach((written, option) -> {
            Reading reading = policy.reading(written).filter(known -> chosen.containsKey(known.id())).orElse(null);
            String pointer = "/readings/" + Problems.step(written);
            if (reading == null) {
                problems.at(pointer, ProblemCode.UNKNOWN_READING, "期限 " + deadline.kind() + " 不涉及口径 " + written + "，涉及的有：" + chosen.keySet(),
                        "the deadline " + deadline.kind() + " does not depend on the reading " + written + " but on " + chosen.keySet());
            } else if (reading.option(option).isEmpty()) {
                problems.at(pointer, ProblemCode.UNKNOWN_READING, "口径 " + written + " 没有选项 " + option + "，可选：" + reading.keys(),
                        "reading " + written + " has the options " + reading.keys());
            } else if (!option.equals(given.merge(reading.id(), option, (before, now) -> before))) {
                problems.at(pointer, ProblemCode.CONTRADICTION, "与口径 " + reading.id() + " 是同一问题，所选不同",
                        "is the same question as reading " + reading.id() + ", of which another option is chosen");
            }
        });
        chosen.putAll(given);
        return chosen;
    }
}
