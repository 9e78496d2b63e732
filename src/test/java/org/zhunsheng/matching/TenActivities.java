package org.zhunsheng.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;

/** A finder call and the evaluations it consists of, one request for each of its candidates. */
public final class TenActivities {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Matches matches;
    private final Evaluations evaluations;
    private final byte[] profile;
    private final List<byte[]> requests = new ArrayList<>();

    public TenActivities(RuleBases bases, boolean sensitivity) throws IOException {
        this.evaluations = new Evaluations(bases);
        this.matches = new Matches(bases, evaluations);
        ObjectNode asked = read().put("sensitivity", sensitivity);
        this.profile = JSON.writeValueAsBytes(asked);
        JsonNode core = JSON.readTree(found());
        for (JsonNode candidate : core.get("candidates")) {
            byte[] request = JSON.writeValueAsBytes(request(asked, candidate, core.get("asOf").asText()));
            Decision alone = evaluations.evaluate(request).decisions().get(0);
            if (!alone.outcome().name().equals(candidate.at("/decision/outcome").asText())) {
                throw new IllegalStateException("单独评定的结论不同：" + candidate);
            }
            requests.add(request);
        }
        int chosen = core.at("/combination/chosen").size();
        System.out.printf("%d candidates of %d activities, %d in the best combination, %d alternatives%n", requests.size(),
                asked.get("activities").size(), chosen, core.path("alternatives").size());
    }

    static ObjectNode read() throws IOException {
        try (InputStream in = TenActivities.class.getResourceAsStream("/ten_activities.yaml")) {
            ObjectNode asked = (ObjectNode) new YAMLMapper().readTree(in);
            asked.get("activities").forEach(activity -> activity.path("judgements").properties().forEach(judged -> judged.setValue(
                    JSON.createObjectNode().put("by", "评审组").put("on", "2025-10-10").put("reason", "用例给定").set("value", judged.getValue()))));
            return asked;
        }
    }

    private static ObjectNode request(JsonNode asked, JsonNode candidate, String asOf) {
        ObjectNode request = JSON.createObjectNode().put("simulate", true).put("sensitivity", asked.get("sensitivity").asBoolean()).put("asOf", asOf)
                .put("policy", candidate.get("policy").asText()).put("question", candidate.at("/decision/question").asText())
                .put("direction", candidate.at("/decision/direction").asText());
        for (JsonNode activity : asked.get("activities")) {
            if (activity.get("activity").equals(candidate.get("activity"))) {
                ObjectNode facts = request.set("facts", asked.get("facts").deepCopy()).withObject("/facts");
                activity.get("facts").properties().forEach(block -> facts.withObject("/" + block.getKey()).setAll((ObjectNode) block.getValue()));
                request.set("judgements", activity.path("judgements").isMissingNode() ? JSON.createObjectNode() : activity.get("judgements"));
            }
        }
        return request;
    }

    public byte[] found() {
        return matches.match(profile, LocalDate.of(2025, 9, 10)).core();
    }

    /** One by one; the length of all answers, so that none of them is left out. */
    public long evaluated() {
        long written = 0;
        for (byte[] request : requests) {
            written += evaluations.evaluate(request).core().length;
        }
        return written;
    }
}
