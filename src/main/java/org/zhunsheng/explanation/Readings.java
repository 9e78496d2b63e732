package org.zhunsheng.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zhunsheng.pages.Wording;
import org.zhunsheng.policy.Policy;

/** Which option of each reading a decision was made under: the one its request chose, or the standard. */
record Readings(JsonNode chosen, Policy policy, Wording wording) {

    /** Whether all of these were left as they stand. */
    boolean standard(Iterable<JsonNode> readings) {
        for (JsonNode id : readings) {
            if (chosen(id.asText()) != null) {
                return false;
            }
        }
        return true;
    }

    private String chosen(String id) {
        if (chosen.isEmpty()) {
            return null;
        }
        return policy.reading(id).map(reading -> {
            for (var name : chosen.properties()) {
                if (reading.isCalled(name.getKey())) {
                    return name.getValue().asText();
                }
            }
            return null;
        }).orElse(null);
    }

    List<Explanation.Reading> of(Iterable<JsonNode> decisions) {
        List<JsonNode> findings = new ArrayList<>();
        decisions.forEach(decision -> decision.path("findings").forEach(findings::add));
        return ofFindings(findings);
    }

    List<Explanation.Reading> ofFindings(List<JsonNode> findings) {
        Set<String> ids = new TreeSet<>();
        findings.forEach(finding -> finding.path("readings").forEach(id -> ids.add(id.asText())));
        List<Explanation.Reading> read = new ArrayList<>();
        for (String id : ids) {
            policy.reading(id).ifPresent(reading -> {
                String key = chosen(id);
                reading.option(key == null ? reading.standard().key() : key).ifPresent(option -> read.add(new Explanation.Reading(id,
                        wording.say(reading.zh(), reading.en()), option.key(), wording.say(option.zh(), option.en()), key != null)));
            });
        }
        return read;
    }
}
