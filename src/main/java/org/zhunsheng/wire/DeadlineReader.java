package org.zhunsheng.wire;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads what is asked about a period. */
final class DeadlineReader {

    private static final FactModel KIND = FactModel.member("kind", "期限", FactKind.TEXT, String.class);
    private static final FactModel POLICY = FactModel.member("policy", "政策文件", FactKind.TEXT, String.class);
    private static final FactModel START = FactModel.member("start", "起算日", FactKind.DATE, LocalDate.class);
    private static final FactModel AS_OF = FactModel.member("asOf", "基准日", FactKind.DATE, LocalDate.class);
    private static final FactModel KNOWN_AT = FactModel.member("knownAt", "获知时点", FactKind.TEXT, String.class);
    private static final FactModel READING = FactModel.member("reading", "解释口径", FactKind.TEXT, String.class);

    private static final List<String> MEMBERS = List.of("kind", "policy", "start", "readings", "asOf", "knownAt");

    private final JsonInput in;
    private final ValueReader values;

    DeadlineReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
    }

    @SuppressWarnings("unchecked")
    DeadlineRequest request() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", name -> switch (name) {
            case "kind" -> values.scalar(KIND, FactKind.TEXT);
            case "policy" -> values.scalar(POLICY, FactKind.TEXT);
            case "start" -> values.scalar(START, FactKind.DATE);
            case "asOf" -> values.scalar(AS_OF, FactKind.DATE);
            case "knownAt" -> values.moment(KNOWN_AT);
            case "readings" -> in.object("解释口径", "readings", reading -> values.scalar(READING, FactKind.TEXT));
            default -> in.refuseUnknown(name, MEMBERS);
        });
        if (members == null) {
            return null;
        }
        List.of(KIND, POLICY, START).forEach(member -> in.required(members, member));
        return new DeadlineRequest((String) members.get("kind"), (String) members.get("policy"), (LocalDate) members.get("start"),
                members.containsKey("readings") ? (Map<String, String>) members.get("readings") : Map.of(),
                (LocalDate) members.get("asOf"), (Instant) members.get("knownAt"));
    }
}
