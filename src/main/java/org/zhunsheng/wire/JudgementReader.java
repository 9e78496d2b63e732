package org.zhunsheng.wire;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Judgement;

/** Reads a judgement: one that a request carries along, or one that is passed on a decision by itself. */
final class JudgementReader {

    private static final FactModel DECISION = FactModel.member("decision", "所判断的决定", FactKind.TEXT, String.class);
    private static final FactModel POINT = FactModel.member("point", "判断点", FactKind.TEXT, String.class);
    private static final FactModel BY = FactModel.member("by", "判断人", FactKind.TEXT, String.class);
    private static final FactModel ON = FactModel.member("on", "判断日期", FactKind.DATE, LocalDate.class);
    private static final FactModel REASON = FactModel.member("reason", "判断理由", FactKind.TEXT, String.class);
    private static final FactModel GRADE = FactModel.member("value", "判断结果（true、false 或等级）", FactKind.TEXT, String.class);

    private static final List<String> MEMBERS = List.of("value", "by", "on", "reason");
    private static final List<String> REQUEST = List.of("decision", "point", "value", "by", "on", "reason");

    private final JsonInput in;
    private final ValueReader values;

    JudgementReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
    }

    Judgement judgement(String point) throws IOException {
        Map<String, Object> members = in.object("判断 " + Texts.quoted(point), "the judgement", name -> member(name, MEMBERS));
        if (members == null) {
            return null;
        }
        List.of(GRADE, BY, REASON).forEach(member -> in.required(members, member));
        return of(members);
    }

    /** A judgement that stands in the record by itself must say when; one that a request carries along is dated by its decision. */
    JudgementRequest request() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", name -> switch (name) {
            case "decision" -> values.scalar(DECISION, FactKind.TEXT);
            case "point" -> values.scalar(POINT, FactKind.TEXT);
            default -> member(name, REQUEST);
        });
        if (members == null) {
            return null;
        }
        List.of(DECISION, POINT, GRADE, BY, ON, REASON).forEach(member -> in.required(members, member));
        return new JudgementRequest((String) members.get("decision"), (String) members.get("point"), of(members));
    }

    private Object member(String name, List<String> known) throws IOException {
        return switch (name) {
            case "value" -> in.json.currentToken().isBoolean() ? (Object) in.json.getBooleanValue() : values.scalar(GRADE, FactKind.TEXT);
            case "by" -> values.scalar(BY, FactKind.TEXT);
            case "on" -> values.scalar(ON, FactKind.DATE);
            case "reason" -> values.scalar(REASON, FactKind.TEXT);
            default -> in.refuseUnknown(name, known);
        };
    }

    private static Judgement of(Map<String, Object> members) {
        return new Judgement(members.get("value"), (String) members.get("by"), (LocalDate) members.get("on"), (String) members.get("reason"));
    }
}
