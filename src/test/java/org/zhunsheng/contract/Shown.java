package org.zhunsheng.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares an answer with what a page shows of it. A page may show less than there is, but nothing that is not there. */
final class Shown {

    /** What differs from answer to answer and from build to build. */
    private static final Set<String> VARYING = Set.of("id", "time", "coreDigest", "replayedCoreDigest", "ruleBase", "betweenRuleBase", "decision", "judgement",
            "followedBy", "digest", "edition", "enteredAt", "award", "subject", "unitCode", "contentKey", "learnedAt", "expiresAt", "moment",
            "entries", "entry", "recordedAt", "at", "finishedAt", "knownAt", "proposedAt", "decidedAt", "upTo", "logSize",
            "startedAt", "askedBy", "endedAt", "seed", "decisions", "holds", "alteredCount", "running");

    /** Lists that may be shown empty although they are not; elsewhere an empty list says that there is nothing. */
    private static final Set<String> SHORTENED = Set.of("checks", "notInForce", "earlier", "awards", "altered", "differing");

    private Shown() {
    }

    /** The places where the answer lacks what is shown. */
    static List<String> missing(JsonNode shown, JsonNode actual) {
        List<String> places = new ArrayList<>();
        missing("", shown, actual, places);
        return places;
    }

    private static void missing(String at, JsonNode shown, JsonNode actual, List<String> into) {
        String name = at.substring(at.lastIndexOf('/') + 1);
        if (VARYING.contains(name) && shown.isValueNode() && shown.getNodeType() == actual.getNodeType()) {
            return;
        }
        if (shown.isObject() && actual.isObject()) {
            shown.properties().forEach(member -> missing(at + "/" + member.getKey(), member.getValue(), actual.path(member.getKey()), into));
        } else if (shown.isArray() && actual.isArray()) {
            if (shown.isEmpty() && !actual.isEmpty() && !SHORTENED.contains(name)) {
                into.add(at + " 应为空，实为 " + actual);
            }
            inOrder(at, shown, actual, into);
        } else if (!same(shown, actual)) {
            into.add(at + " 应为 " + shown + "，实为 " + actual);
        }
    }

    private static void inOrder(String at, JsonNode shown, JsonNode actual, List<String> into) {
        int from = 0;
        for (JsonNode element : shown) {
            int found = from;
            while (found < actual.size() && !missing(element, actual.get(found)).isEmpty()) {
                found++;
            }
            if (found == actual.size()) {
                into.add(at + " 没有 " + element);
            } else {
                from = found + 1;
            }
        }
    }

    private static boolean same(JsonNode shown, JsonNode actual) {
        return shown.isNumber() && actual.isNumber() ? shown.decimalValue().compareTo(actual.decimalValue()) == 0 : shown.equals(actual);
    }
}
