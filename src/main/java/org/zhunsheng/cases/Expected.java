package org.zhunsheng.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** What a case expects of a decision, held against one. */
public final class Expected {

    private Expected() {
    }

    /** Every expectation that the decision does not meet. */
    public static List<Wrong> wrong(Case one, JsonNode decision) {
        List<Wrong> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> expected : one.expect().properties()) {
            String name = expected.getKey();
            JsonNode value = expected.getValue();
            switch (name) {
                case "outcome", "tier", "paymentMode", "maxAmountYuan", "amountKind" -> same(name, value, decision.path(name), wrong);
                case "amountRange", "values" -> value.properties().forEach(
                        part -> same(name + "." + part.getKey(), part.getValue(), decision.path(name).path(part.getKey()), wrong));
                case "verdicts" -> value.properties().forEach(
                        verdict -> same(verdict.getKey(), verdict.getValue(), finding(decision, verdict.getKey()).path("verdict"), wrong));
                case "decidedBy" -> value.forEach(clause -> decides(decision, clause.asText(), wrong));
                case "needs" -> sameSet(name, value, texts(decision.get(name), need -> need.get("fact").asText()), wrong);
                case "judgementsNeeded" -> sameSet(name, value, texts(decision.get(name),
                        open -> open.get("point").asText().replaceFirst("^[^/]*/", "")), wrong);
                case "warnings" -> contains(name, value, texts(decision.get(name), warning -> warning.get("code").asText()), wrong);
                case "consequences" -> consequences(value, decision.path(name), wrong);
                default -> throw new IllegalArgumentException(one.file() + "：" + one.title() + "：不认识的期望 " + name);
            }
        }
        return wrong;
    }

    /** By name alone, or with what else is said of the measure. */
    private static void consequences(JsonNode expected, JsonNode actual, List<Wrong> wrong) {
        TreeSet<String> wanted = texts(expected, each -> each.isTextual() ? each.asText() : each.get("measure").asText());
        TreeSet<String> found = texts(actual, each -> each.get("measure").asText());
        if (!wanted.equals(found)) {
            wrong.add(new Wrong("consequences", wanted.toString(), found.toString()));
            return;
        }
        expected.forEach(each -> actual.forEach(measure -> {
            if (each.path("measure").equals(measure.get("measure"))) {
                each.properties().forEach(part -> same(part.getKey(), part.getValue(), measure.path(part.getKey()), wrong));
            }
        }));
    }

    private static void same(String name, JsonNode expected, JsonNode actual, List<Wrong> wrong) {
        boolean agrees = expected.asText().equals("absent") ? actual.isMissingNode() : expected.isArray() ? expected.toString().equals(actual.toString())
                : expected.isNumber() && actual.isNumber() ? new BigDecimal(expected.asText()).compareTo(new BigDecimal(actual.asText())) == 0
                        : expected.asText().equals(actual.asText());
        if (!agrees) {
            wrong.add(new Wrong(name, expected.isArray() ? expected.toString() : expected.asText(),
                    actual.isMissingNode() ? "absent" : actual.isArray() ? actual.toString() : actual.asText()));
        }
    }

    /** Of a yes every clause it rests on counts as deciding, since each could have refused it; of anything else only what the answer names. */
    private static void decides(JsonNode decision, String clause, List<Wrong> wrong) {
        boolean named = texts(decision.get("decidedBy"), JsonNode::asText).contains(clause);
        boolean yes = List.of("ELIGIBLE", "IN_SCOPE", "IN_SCOPE_BY_REFERENCE").contains(decision.get("outcome").asText()) && !finding(decision, clause).isMissingNode();
        if (!named && !yes) {
            wrong.add(new Wrong("decidedBy", clause, decision.get("decidedBy").toString()));
        }
    }

    private static JsonNode finding(JsonNode decision, String clause) {
        for (JsonNode finding : decision.get("findings")) {
            if (finding.get("clause").asText().equals(clause)) {
                return finding;
            }
        }
        return MissingNode.getInstance();
    }

    private static TreeSet<String> texts(JsonNode list, Function<JsonNode, String> text) {
        TreeSet<String> texts = new TreeSet<>();
        list.forEach(each -> texts.add(text.apply(each)));
        return texts;
    }

    private static void sameSet(String name, JsonNode expected, TreeSet<String> actual, List<Wrong> wrong) {
        TreeSet<String> wanted = texts(expected, JsonNode::asText);
        if (!wanted.equals(actual)) {
            wrong.add(new Wrong(name, wanted.toString(), actual.toString()));
        }
    }

    /** "absent": not a single one, which a list that only has to be contained cannot say. */
    private static void contains(String name, JsonNode expected, TreeSet<String> actual, List<Wrong> wrong) {
        boolean agrees = expected.asText().equals("absent") ? actual.isEmpty() : actual.containsAll(texts(expected, JsonNode::asText));
        if (!agrees) {
            wrong.add(new Wrong(name, expected.isArray() ? expected.toString() : expected.asText(), actual.toString()));
        }
    }
}
