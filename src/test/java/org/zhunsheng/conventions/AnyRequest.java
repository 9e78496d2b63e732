package org.zhunsheng.conventions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhunsheng.cases.Case;
import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.CaseModel;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.rulebase.RuleBase;

/**
 * Random requests of one policy: a committed case, or nothing, with facts changed, dropped and added, values standing on and
 * beside the figures of the tables. Starting from cases matters: of facts drawn freely hardly any would be granted anything.
 */
final class AnyRequest {

    private static final Pattern YEAR = Pattern.compile("(.*)\\[([0-9]{4})]");
    /** Exact: a million is not written 1E+6. */
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private final Policy policy;
    private final CaseModel model;
    private final AnyValue any;
    private final List<ObjectNode> cases;

    AnyRequest(RuleBase base, Class<? extends CaseFile> caseFile, long seed) {
        this.policy = base.policy();
        this.model = InForce.BASES.catalogue().caseOf(caseFile);
        this.any = new AnyValue(base, seed);
        this.cases = Case.all().stream().map(one -> (ObjectNode) one.request()).filter(one -> one.get("policy").asText().equals(policy.policy()))
                .toList();
    }

    ObjectNode of(Questions asked) {
        List<ObjectNode> alike = cases.stream().filter(one -> isAbout(one, asked)).toList();
        ObjectNode request = alike.isEmpty() || any.chance(0.1) ? JSON.objectNode() : any.pick(alike).deepCopy();
        request.put("policy", policy.policy()).put("simulate", true).put("question", asked.plan().question().name());
        put(request, "step", asked.plan().step());
        put(request, "direction", asked.direction() == null ? null : asked.direction().id());
        change(request.withObject("/facts"), asked);
        judge(request.withObject("/judgements"));
        read(request);
        if (!request.has("asOf")) {
            request.put("asOf", (any.chance(0.1) ? any.day() : AnyValue.USUAL_DAY).toString());
        }
        return request;
    }

    private static boolean isAbout(ObjectNode one, Questions asked) {
        return one.path("question").asText().equals(asked.plan().question().name())
                && (asked.plan().step() == null || one.path("step").asText().equals(asked.plan().step()))
                && (asked.direction() == null || one.path("direction").asText().equals(asked.direction().id()));
    }

    private static void put(ObjectNode request, String member, String value) {
        if (value == null) {
            request.remove(member);
        } else {
            request.put(member, value);
        }
    }

    private void change(ObjectNode facts, Questions asked) {
        Set<String> ofDirections = policy.directions().stream().map(Direction::block).collect(Collectors.toSet());
        boolean many = facts.isEmpty() || any.chance(0.2);
        model.blocks().forEach((name, block) -> {
            boolean other = ofDirections.contains(name) && (asked.direction() == null || !asked.direction().block().equals(name));
            if (!other) {
                ObjectNode into = facts.has(name) ? (ObjectNode) facts.get(name) : JSON.objectNode();
                block.facts().forEach(fact -> change(into, fact, many));
                if (!into.isEmpty()) {
                    facts.set(name, into);
                }
            }
        });
        model.facts().values().forEach(fact -> change(facts, fact, many));
    }

    private void change(ObjectNode into, FactModel fact, boolean many) {
        if (any.chance(many ? 0.6 : 0.06)) {
            into.set(fact.name(), any.value(fact));
        } else if (any.chance(0.03)) {
            into.remove(fact.name());
        }
    }

    private void judge(ObjectNode judgements) {
        policy.scales().forEach((point, grades) -> {
            String name = policy.policy() + "/" + point;
            if (any.chance(0.15)) {
                judge(judgements, name, grades);
            } else if (any.chance(0.05)) {
                judgements.remove(name);
            }
        });
    }

    private void judge(ObjectNode judgements, String name, List<String> grades) {
        judgements.putObject(name).put("by", "评审组").put("reason", "随机给定")
                .set("value", grades.isEmpty() ? JSON.booleanNode(any.chance(0.7)) : JSON.textNode(any.pick(grades)));
    }

    /** Gives it the value it has in some case on the same question, where one has it: a favourable one, more often than chance would. */
    void supplyAsUsual(ObjectNode request, String name, Questions asked) {
        JsonPointer place = FactPlaces.named(name, policy.policy());
        List<ObjectNode> usual = place == null ? List.of() : cases.stream().filter(one -> isAbout(one, asked) && !one.at(place).isMissingNode()).toList();
        if (usual.isEmpty() || any.chance(0.3)) {
            supply(request, name);
        } else {
            request.withObject(place.head()).set(place.last().getMatchingProperty(), any.pick(usual).at(place).deepCopy());
        }
    }

    /** Gives what a decision asked for some value: a judgement by its point, one year of a yearly figure, a fact of some element of a list. */
    void supply(ObjectNode request, String name) {
        if (name.startsWith(policy.policy() + "/")) {
            judge(request.withObject("/judgements"), name, policy.scales().get(name.substring(name.indexOf('/') + 1)));
            return;
        }
        Matcher year = YEAR.matcher(name);
        String path = year.matches() ? year.group(1) : name;
        FactModel fact = InForce.BASES.catalogue().facts().stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
        ObjectNode at = request.withObject("/facts");
        for (String part : path.split("\\.")) {
            if (part.endsWith("[]")) {
                List<ObjectNode> without = new ArrayList<>();
                at.path(part.replace("[]", "")).forEach(one -> without.add((ObjectNode) one));
                at = any.pick(without.stream().filter(one -> !one.has(fact.name())).findAny().isEmpty() ? without
                        : without.stream().filter(one -> !one.has(fact.name())).toList());
            } else if (!part.equals(fact.name())) {
                at = at.withObject("/" + part);
            } else if (year.matches()) {
                at.withObject("/" + part).set(year.group(2), any.number(fact, fact.element()));
            } else {
                at.set(part, any.value(fact));
            }
        }
    }

    private void read(ObjectNode request) {
        if (any.chance(0.5)) {
            ObjectNode readings = request.putObject("readings");
            List<Reading> selectable = policy.readings().stream().filter(Reading::selectable).toList();
            for (int i = any.random().nextInt(4); i > 0; i--) {
                Reading reading = any.pick(selectable);
                readings.put(reading.id(), any.pick(reading.choices()).key());
            }
        }
    }

    boolean chance(double of) {
        return any.chance(of);
    }

    <T> T pick(List<T> from) {
        return any.pick(from);
    }

    Random random() {
        return any.random();
    }
}
