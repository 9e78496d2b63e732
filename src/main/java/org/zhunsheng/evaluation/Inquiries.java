package org.zhunsheng.evaluation;

import static org.zhunsheng.wire.ProblemCode.CONTRADICTION;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_DIRECTION;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_JUDGEMENT;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_QUESTION;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_READING;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_STEP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Plan;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.Problems;

/** Holds requests against one policy's ledger: which question, direction, step, readings and judgements it knows. */
final class Inquiries {

    private record Key(Plan plan, Direction direction) {
    }

    private final Policy policy;
    private final Set<String> policies;
    private final Codes codes;
    private final Clock clock;
    private final Map<String, List<String>> scales;
    private final Map<Key, Selection> selections = new HashMap<>();

    /** @param policies the documents whose judgements a request may carry along */
    Inquiries(Policy policy, Set<String> policies, FactCatalogue catalogue, Clock clock) {
        this.policy = policy;
        this.codes = policy.codeFact() == null ? null : new Codes(policy.codeFact(), catalogue);
        this.policies = policies;
        this.clock = clock;
        this.scales = policy.scales();
        for (Plan plan : policy.questions()) {
            if (plan.perDirection()) {
                policy.directions().forEach(direction -> add(plan, direction));
            } else {
                add(plan, null);
            }
        }
    }

    private void add(Plan plan, Direction direction) {
        selections.put(new Key(plan, direction), new Selection(policy, plan, direction));
    }

    /** The day of the application decides which law holds (T1); without one, and without a day asked for, today. */
    Inquiry of(EvaluationRequest request, Problems problems) {
        return of(request, select(request, problems), problems);
    }

    Inquiry of(EvaluationRequest request, List<Selection> selected, Problems problems) {
        Readings readings = readings(request.readings(), problems);
        Judgements judgements = judgements(request, problems);
        problems.raise();
        return new Inquiry(selected, asOf(request), readings, judgements, request.facts());
    }

    /** What is asked of a document that ended: nothing but the day. */
    Inquiry dated(EvaluationRequest request) {
        return new Inquiry(List.of(), asOf(request), Readings.DEFAULTS, new Judgements(policy.policy(), Map.of(), scales), request.facts());
    }

    private LocalDate asOf(EvaluationRequest request) {
        LocalDate asOf = request.day();
        return asOf == null ? LocalDate.now(clock) : asOf;
    }

    private List<Selection> select(EvaluationRequest request, Problems problems) {
        List<Plan> plans = policy.plans(request.question());
        if (plans.isEmpty()) {
            problems.at("/question", UNKNOWN_QUESTION, policy.number() + "不回答这个问题，可问：" + join(policy.questions().stream()
                    .map(plan -> plan.question().name()).distinct().toList()), policy.number() + " does not answer this question");
            return List.of();
        }
        List<String> steps = plans.stream().map(Plan::step).filter(Objects::nonNull).toList();
        Optional<Plan> asked = plans.stream().filter(plan -> Objects.equals(plan.step(), request.step())).findFirst();
        if (asked.isEmpty()) {
            problems.at("/step", UNKNOWN_STEP, steps.isEmpty() ? "这个问题不分环节，请去掉 step" : "step 应为：" + join(steps),
                    steps.isEmpty() ? "this question has no steps" : "step must be one of " + join(steps));
            return List.of();
        }
        return directions(request, asked.get(), problems).stream().map(direction -> selections.get(new Key(asked.get(), direction))).toList();
    }

    private List<Direction> directions(EvaluationRequest request, Plan plan, Problems problems) {
        List<Direction> none = new ArrayList<>();
        none.add(null);
        if (!plan.perDirection()) {
            if (request.direction() != null) {
                problems.at("/direction", UNKNOWN_DIRECTION, "这个问题不分支持方向，请去掉 direction", "this question has no directions");
            }
            return none;
        }
        List<Direction> asked = request.direction() != null ? policy.direction(request.direction()).stream().toList()
                : directions(request.facts());
        if (asked.isEmpty()) {
            String known = join(policy.directions().stream().map(Direction::id).toList());
            problems.at("/direction", UNKNOWN_DIRECTION,
                    (request.direction() == null ? "没有写 direction，事实里也没有任何方向的内容；" : "") + "direction 应为：" + known,
                    "direction must be one of " + known);
        }
        return asked;
    }

    /** Directions that share the block of the code are told apart by it. */
    private boolean speaksOf(Direction direction, Map<String, Object> facts) {
        if (codes == null || !policy.codeFact().startsWith(direction.block() + ".")) {
            return true;
        }
        String code = codes.in(facts);
        return code == null ? direction.uncoded() : direction.codes().contains(code);
    }

    private List<Direction> directions(Map<String, Object> facts) {
        return policy.directions().stream().filter(direction -> facts.containsKey(direction.block())
                && speaksOf(direction, facts)).toList();
    }

    Selection selection(Question question, String step) {
        return policy.plans(question).stream().filter(plan -> Objects.equals(plan.step(), step)).map(plan -> selections.get(new Key(plan, null)))
                .findFirst().orElseThrow();
    }

    List<Selection> speakingOf(Map<String, Object> facts, Question question) {
        return policy.plans(question).stream().filter(Plan::perDirection)
                .flatMap(plan -> directions(facts).stream().map(direction -> selections.get(new Key(plan, direction)))).toList();
    }

    /** A reading under two of its names must be chosen the same way twice. */
    Readings readings(Map<String, String> asked, Problems problems) {
        Map<String, String> given = new LinkedHashMap<>();
        asked.forEach((id, key) -> {
            Optional<Reading> reading = policy.reading(id);
            if (reading.isEmpty() || !reading.get().selectable()) {
                problems.at("/readings/" + id, UNKNOWN_READING, reading.map(fixed -> "口径 " + id + " 不能由请求切换：" + fixed.fixedBecause())
                        .orElse("没有口径 " + id), "reading " + id + " cannot be chosen by a request");
            } else if (reading.get().option(key).isEmpty()) {
                problems.at("/readings/" + id, UNKNOWN_READING, "口径 " + id + " 没有选项 " + key + "，可选：" + reading.get().keys(),
                        "reading " + id + " has the options " + reading.get().keys());
            } else if (!reading.get().admits(key)) {
                problems.at("/readings/" + id, UNKNOWN_READING, "口径 " + id + " 的选项 " + key + " 不能由请求选用：" + reading.get().option(key).orElseThrow().fixedBecause(),
                        "option " + key + " of reading " + id + " cannot be chosen by a request");
            } else if (!key.equals(given.merge(reading.get().id(), key, (before, now) -> before))) {
                problems.at("/readings/" + id, CONTRADICTION, "与口径 " + reading.get().id() + " 是同一问题，所选不同",
                        "is the same question as reading " + reading.get().id() + ", of which another option is chosen");
            }
        });
        Map<String, String> chosen = new LinkedHashMap<>(given);
        chosen.entrySet().removeIf(each -> policy.reading(each.getKey()).orElseThrow().standard().key().equals(each.getValue()));
        return chosen.isEmpty() ? Readings.DEFAULTS : new Readings(chosen);
    }

    /** Judgements of other documents are let through: one profile serves them all. */
    private Judgements judgements(EvaluationRequest request, Problems problems) {
        Map<String, Judgement> given = new HashMap<>();
        String prefix = policy.policy() + "/";
        request.judgements().forEach((name, judgement) -> {
            String pointer = "/judgements/" + Problems.step(name);
            if (!name.startsWith(prefix)) {
                if (!policies.contains(name.substring(0, Math.max(0, name.indexOf('/'))))) {
                    problems.at(pointer, UNKNOWN_JUDGEMENT, "判断点应写作 文件编号/条款，例如 " + prefix + "4.s1.b",
                            "a discretion point is written as document/clause, such as " + prefix + "4.s1.b");
                }
                return;
            }
            if (admits(name, judgement, pointer, pointer + "/value", problems)) {
                given.put(name.substring(prefix.length()), judgement);
            }
        });
        return new Judgements(policy.policy(), given, scales);
    }

    /** Whether the ledger has this point, and the point this grade. */
    boolean admits(String name, Judgement judgement, String pointer, String pointerToValue, Problems problems) {
        String prefix = policy.policy() + "/";
        List<String> grades = name.startsWith(prefix) ? scales.get(name.substring(prefix.length())) : null;
        if (grades == null) {
            problems.at(pointer, UNKNOWN_JUDGEMENT, "台账中没有判断点 " + name, "the ledger has no discretion point " + name);
            return false;
        }
        boolean admitted = grades.isEmpty() ? judgement.value() instanceof Boolean : grades.contains(judgement.value());
        if (!admitted) {
            problems.at(pointerToValue, UNKNOWN_JUDGEMENT, grades.isEmpty() ? "应为 true 或 false" : "应为：" + join(grades),
                    grades.isEmpty() ? "must be true or false" : "must be one of " + join(grades));
        }
        return admitted;
    }

    private static String join(List<String> words) {
        return words.stream().collect(Collectors.joining("、"));
    }
}
