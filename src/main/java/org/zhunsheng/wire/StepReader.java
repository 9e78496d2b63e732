package org.zhunsheng.wire;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads what goes with a step of an edition. */
public final class StepReader {

    private static final FactModel REASON = FactModel.member("reason", "理由", FactKind.TEXT, String.class);
    private static final FactModel EFFECTIVE_FROM = FactModel.member("effectiveFrom", "生效时刻", FactKind.TEXT, String.class);

    private static final FactModel FAILING_CASES = FactModel.member("failingCases", "不再符合的用例数", FactKind.INTEGER, Integer.class);

    private StepReader() {
    }

    /** @param approves whether a moment may be given, and what was seen */
    public static StepRequest read(byte[] body, boolean approves, Problems problems) {
        List<FactModel> admitted = new ArrayList<>(List.of(REASON));
        if (approves) {
            admitted.addAll(List.of(EFFECTIVE_FROM, FAILING_CASES));
        }
        return Body.read(body, problems, in -> {
            ValueReader values = new ValueReader(in);
            Map<String, Object> members = in.object("请求", "the request", name -> {
                for (FactModel member : admitted) {
                    if (member.name().equals(name)) {
                        Object value = values.scalar(member, member.kind());
                        return member != EFFECTIVE_FROM || value == null ? value : moment(in, (String) value);
                    }
                }
                return in.refuseUnknown(name, admitted.stream().map(FactModel::name).toList());
            });
            return members == null ? null : new StepRequest((String) members.get("reason"), (Instant) members.get("effectiveFrom"),
                    (Integer) members.get("failingCases"));
        });
    }

    private static Instant moment(JsonInput in, String written) throws IOException {
        try {
            return BeijingTime.read(written);
        } catch (DateTimeParseException wrong) {
            return in.refuse(ProblemCode.NOT_A_DATE, "“生效时刻”应为带时区的时刻，如 " + BeijingTime.EXAMPLE,
                    "effectiveFrom must be a time with its offset, such as " + BeijingTime.EXAMPLE);
        }
    }
}
