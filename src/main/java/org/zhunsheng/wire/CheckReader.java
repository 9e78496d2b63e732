package org.zhunsheng.wire;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Judgement;

/** Reads what is asked of the award ledger. */
final class CheckReader {

    private static final FactModel UNIT_CODE = FactModel.member("unitCode", "统一社会信用代码", FactKind.TEXT, String.class);
    private static final FactModel SUBJECT = FactModel.member("subject", "单位编号", FactKind.TEXT, String.class);
    private static final FactModel POLICY = FactModel.member("policy", "政策文件", FactKind.TEXT, String.class);
    private static final FactModel DIRECTION = FactModel.member("direction", "支持方向", FactKind.TEXT, String.class);
    private static final FactModel CLAUSE = FactModel.member("clause", "依据条款", FactKind.TEXT, String.class);
    private static final FactModel CONTENT_KEY = FactModel.member("contentKey", "项目内容标识", FactKind.TEXT, String.class);
    private static final FactModel TITLE = FactModel.member("title", "项目名称", FactKind.TEXT, String.class);
    private static final FactModel ABSTRACT = FactModel.member("abstract", "项目摘要", FactKind.TEXT, String.class);
    private static final FactModel DAY = FactModel.member("day", "基准日", FactKind.DATE, LocalDate.class);
    private static final FactModel KNOWN_AT = FactModel.member("knownAt", "获知时点", FactKind.TEXT, String.class);
    private static final FactModel READING = FactModel.member("reading", "解释口径", FactKind.TEXT, String.class);
    private static final FactModel SIMULATE = FactModel.member("simulate", "只试算", FactKind.BOOLEAN, Boolean.class);

    private static final List<String> MEMBERS = List.of("unitCode", "subject", "policy", "direction", "clause", "contentKey", "title", "abstract", "day",
            "knownAt", "readings", "judgements", "simulate");

    private final JsonInput in;
    private final ValueReader values;
    private final JudgementReader judgements;

    CheckReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
        this.judgements = new JudgementReader(in);
    }

    @SuppressWarnings("unchecked")
    CheckRequest request() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", this::member);
        if (members == null) {
            return null;
        }
        in.required(members, POLICY);
        if (!members.containsKey("unitCode") && !members.containsKey("subject")) {
            in.required(members, UNIT_CODE);
        }
        return new CheckRequest((String) members.get("unitCode"), (String) members.get("subject"), (String) members.get("policy"),
                (String) members.get("direction"), (String) members.get("clause"), (String) members.get("contentKey"), (String) members.get("title"), (String) members.get("abstract"),
                (LocalDate) members.get("day"), (Instant) members.get("knownAt"),
                members.get("readings") == null ? Map.of() : (Map<String, String>) members.get("readings"),
                members.get("judgements") == null ? Map.of() : (Map<String, Judgement>) members.get("judgements"),
                Boolean.TRUE.equals(members.get("simulate")));
    }

    private Object member(String name) throws IOException {
        return switch (name) {
            case "unitCode" -> values.scalar(UNIT_CODE, FactKind.TEXT);
            case "subject" -> values.scalar(SUBJECT, FactKind.TEXT);
            case "policy" -> values.scalar(POLICY, FactKind.TEXT);
            case "direction" -> values.scalar(DIRECTION, FactKind.TEXT);
            case "clause" -> values.scalar(CLAUSE, FactKind.TEXT);
            case "contentKey" -> values.scalar(CONTENT_KEY, FactKind.TEXT);
            case "title" -> values.scalar(TITLE, FactKind.TEXT);
            case "abstract" -> values.scalar(ABSTRACT, FactKind.TEXT);
            case "day" -> values.scalar(DAY, FactKind.DATE);
            case "knownAt" -> values.moment(KNOWN_AT);
            case "readings" -> in.object("解释口径", "readings", reading -> values.scalar(READING, FactKind.TEXT));
            case "judgements" -> in.object("判断", "judgements", judgements::judgement);
            case "simulate" -> values.scalar(SIMULATE, FactKind.BOOLEAN);
            default -> in.refuseUnknown(name, MEMBERS);
        };
    }
}
