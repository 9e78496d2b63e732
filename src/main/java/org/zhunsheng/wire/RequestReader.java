package org.zhunsheng.wire;

import static org.zhunsheng.wire.ProblemCode.UNKNOWN_QUESTION;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Question;

/** The members of a request around its facts. */
final class RequestReader {

    private static final FactModel QUESTION = FactModel.member("question", "问题", FactKind.ENUM, Question.class);
    private static final FactModel POLICY = FactModel.member("policy", "政策文件", FactKind.TEXT, String.class);
    private static final FactModel DIRECTION = FactModel.member("direction", "支持方向", FactKind.TEXT, String.class);
    private static final FactModel STEP = FactModel.member("step", "办理环节", FactKind.TEXT, String.class);
    private static final FactModel AS_OF = FactModel.member("asOf", "基准日", FactKind.DATE, LocalDate.class);
    private static final FactModel KNOWN_AT = FactModel.member("knownAt", "获知时点", FactKind.TEXT, String.class);
    private static final FactModel SIMULATE = FactModel.member("simulate", "只试算", FactKind.BOOLEAN, Boolean.class);
    private static final FactModel SENSITIVITY = FactModel.member("sensitivity", "比较其他口径", FactKind.BOOLEAN, Boolean.class);
    private static final FactModel CODE = FactModel.member("code", "统一社会信用代码", FactKind.TEXT, String.class);
    private static final FactModel DAY = FactModel.member("day", "哪一天", FactKind.DATE, LocalDate.class);
    private static final FactModel READING = FactModel.member("reading", "解释口径", FactKind.TEXT, String.class);

    private static final List<String> MEMBERS = List.of("question", "policy", "direction", "step", "asOf", "readings", "simulate", "sensitivity",
            "facts", "judgements", "registers", "knownAt");
    private static final List<String> ASKED = List.of("code", "day");
    private static final FactModel ACTIVITIES = FactModel.member("activities", "活动", FactKind.LIST, List.class);
    private static final FactModel ACTIVITY = FactModel.member("activity", "事项编号", FactKind.TEXT, String.class);
    private static final List<String> MATCH = List.of("asOf", "readings", "simulate", "sensitivity", "facts", "judgements", "activities", "knownAt");
    private static final List<String> ACTIVITY_MEMBERS = List.of("activity", "facts", "judgements");
    private static final int MOST_ACTIVITIES = 50;

    private final JsonInput in;
    private final FactCatalogue catalogue;
    private final ValueReader values;
    private final BlockReader blocks;
    private final JudgementReader judgements;

    RequestReader(JsonInput in, FactCatalogue catalogue, Contradictions contradictions) {
        this.in = in;
        this.catalogue = catalogue;
        this.values = new ValueReader(in);
        this.blocks = new BlockReader(in, contradictions);
        this.judgements = new JudgementReader(in);
    }

    EvaluationRequest request() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", this::member);
        if (members == null) {
            return null;
        }
        in.required(members, QUESTION);
        in.required(members, POLICY);
        return new EvaluationRequest((Question) members.get("question"), (String) members.get("policy"), (String) members.get("direction"),
                (String) members.get("step"), (LocalDate) members.get("asOf"), map(members.get("readings")),
                Boolean.TRUE.equals(members.get("simulate")), Boolean.TRUE.equals(members.get("sensitivity")), map(members.get("facts")),
                map(members.get("judgements")), (AskedRegisters) members.get("registers"), (Instant) members.get("knownAt"));
    }

    private AskedRegisters registers() throws IOException {
        Map<String, Object> members = in.object("登记册", "registers", name -> switch (name) {
            case "code" -> values.scalar(CODE, FactKind.TEXT);
            case "day" -> values.scalar(DAY, FactKind.DATE);
            default -> in.refuseUnknown(name, ASKED);
        });
        if (members == null) {
            return null;
        }
        in.required(members, CODE);
        in.required(members, DAY);
        return new AskedRegisters((String) members.get("code"), (LocalDate) members.get("day"));
    }

    JudgementRequest judged() throws IOException {
        return judgements.request();
    }

    GuideRequest guide() throws IOException {
        return new GuideReader(in).request();
    }

    DeadlineRequest deadline() throws IOException {
        return new DeadlineReader(in).request();
    }

    AwardReader awards() {
        return new AwardReader(in);
    }

    CheckRequest check() throws IOException {
        return new CheckReader(in).request();
    }

    MatchRequest match() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", name -> switch (name) {
            case "activities" -> in.list("活动", "activities", MOST_ACTIVITIES, this::activity);
            case "question", "policy", "direction", "step" -> in.refuseUnknown(name, MATCH);
            default -> MATCH.contains(name) ? member(name) : in.refuseUnknown(name, MATCH);
        });
        if (members == null) {
            return null;
        }
        in.required(members, ACTIVITIES);
        @SuppressWarnings("unchecked")
        List<MatchRequest.Activity> activities = (List<MatchRequest.Activity>) members.getOrDefault("activities", List.of());
        return new MatchRequest((LocalDate) members.get("asOf"), map(members.get("readings")), Boolean.TRUE.equals(members.get("simulate")),
                Boolean.TRUE.equals(members.get("sensitivity")), map(members.get("facts")), map(members.get("judgements")), activities,
                (Instant) members.get("knownAt"));
    }

    private MatchRequest.Activity activity() throws IOException {
        Map<String, Object> members = in.object("活动", "the activity", name -> switch (name) {
            case "activity" -> values.scalar(ACTIVITY, FactKind.TEXT);
            case "facts", "judgements" -> member(name);
            default -> in.refuseUnknown(name, ACTIVITY_MEMBERS);
        });
        if (members == null) {
            return null;
        }
        in.required(members, ACTIVITY);
        return new MatchRequest.Activity((String) members.get("activity"), map(members.get("facts")), map(members.get("judgements")));
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Object members) {
        return members == null ? Map.of() : Collections.unmodifiableMap((Map<String, T>) members);
    }

    private Object member(String name) throws IOException {
        return switch (name) {
            case "question" -> question();
            case "policy" -> values.scalar(POLICY, FactKind.TEXT);
            case "direction" -> values.scalar(DIRECTION, FactKind.TEXT);
            case "step" -> values.scalar(STEP, FactKind.TEXT);
            case "asOf" -> values.scalar(AS_OF, FactKind.DATE);
            case "simulate" -> values.scalar(SIMULATE, FactKind.BOOLEAN);
            case "sensitivity" -> values.scalar(SENSITIVITY, FactKind.BOOLEAN);
            case "readings" -> in.object("解释口径", "readings", reading -> values.scalar(READING, FactKind.TEXT));
            case "facts" -> in.object("事实", "facts", this::facts);
            case "judgements" -> in.object("判断", "judgements", judgements::judgement);
            case "registers" -> registers();
            case "knownAt" -> values.moment(KNOWN_AT);
            default -> in.refuseUnknown(name, MEMBERS);
        };
    }

    private Object question() throws IOException {
        String written = in.json.currentToken() == JsonToken.VALUE_STRING ? in.json.getText() : null;
        return written == null || QUESTION.constants().containsKey(written) ? values.scalar(QUESTION, FactKind.ENUM)
                : in.refuse(UNKNOWN_QUESTION, "没有问题类型 " + Texts.quoted(written) + "，可用：" + Arrays.toString(Question.values()),
                        "there is no question " + Texts.quoted(written) + "; admitted: " + Arrays.toString(Question.values()));
    }

    private Object facts(String name) throws IOException {
        BlockModel block = catalogue.block(name);
        if (block != null) {
            return blocks.block(block);
        }
        FactModel fact = catalogue.rootFact(name);
        return fact != null ? blocks.fact(fact) : in.refuseUnknown(name, catalogue.names());
    }
}
