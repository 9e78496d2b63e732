package org.zhunsheng.wire;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.wire.UnitRequest.Kind;

/** Reads what is told of units. What was refused is null in the result; raising it is left to the caller, who may have more to say. */
public final class UnitReader {

    private static final FactModel CODE = text("code", "统一社会信用代码");
    private static final FactModel CHECK_CHARACTER_REASON = text("checkCharacterReason", "校验码不符仍然采用的理由");
    private static final FactModel NAME = text("name", "名称");
    private static final FactModel VALID_FROM = FactModel.member("validFrom", "起始日", FactKind.DATE, LocalDate.class);
    private static final FactModel VALID_UNTIL = FactModel.member("validUntil", "最后一天", FactKind.DATE, LocalDate.class);
    private static final FactModel SOURCE = text("source", "来源（文号、网址）");
    private static final FactModel RETRACTS = text("retracts", "所更正的条目");
    private static final FactModel KIND = FactModel.member("kind", "事件", FactKind.ENUM, Kind.class);
    private static final FactModel DAY = FactModel.member("day", "事件之日", FactKind.DATE, LocalDate.class);
    private static final FactModel WITH = FactModel.member("with", "一同合并的单位", FactKind.LIST, List.class);
    private static final FactModel INTO = FactModel.member("into", "合并、分立后的单位", FactKind.LIST, List.class);
    private static final FactModel SUBJECT = text("subject", "单位编号");
    private static final FactModel ENTRY = text("entry", "撤回的条目");
    private static final FactModel REASON = text("reason", "撤回的理由");

    private static final int MOST = 100;

    private final JsonInput in;
    private final ValueReader values;

    private UnitReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
    }

    private static FactModel text(String name, String label) {
        return FactModel.member(name, label, FactKind.TEXT, String.class);
    }

    /** A unit that the service does not know yet. */
    public static UnitRequest unit(byte[] body, Problems problems) {
        return entry(body, problems, List.of(CODE, SOURCE), List.of(NAME, VALID_FROM, CHECK_CHARACTER_REASON));
    }

    public static UnitRequest code(byte[] body, Problems problems) {
        return entry(body, problems, List.of(CODE, SOURCE), List.of(VALID_FROM, VALID_UNTIL, CHECK_CHARACTER_REASON, RETRACTS));
    }

    public static UnitRequest name(byte[] body, Problems problems) {
        return entry(body, problems, List.of(NAME, SOURCE), List.of(VALID_FROM, VALID_UNTIL, RETRACTS));
    }

    private static UnitRequest entry(byte[] body, Problems problems, List<FactModel> required, List<FactModel> others) {
        return Body.read(body, problems, in -> {
            Map<String, Object> read = new UnitReader(in).members("请求", "the request", required, others);
            return read == null ? null : new UnitRequest((String) read.get("code"), (String) read.get("checkCharacterReason"), (String) read.get("name"),
                    (LocalDate) read.get("validFrom"), (LocalDate) read.get("validUntil"), (String) read.get("source"), (String) read.get("retracts"));
        });
    }

    public static UnitRequest.Retraction retraction(byte[] body, Problems problems) {
        return Body.read(body, problems, in -> {
            Map<String, Object> read = new UnitReader(in).members("请求", "the request", List.of(ENTRY, REASON, SOURCE), List.of());
            return read == null ? null : new UnitRequest.Retraction((String) read.get("entry"), (String) read.get("reason"), (String) read.get("source"));
        });
    }

    public static UnitRequest.Event event(byte[] body, Problems problems) {
        return Body.read(body, problems, in -> new UnitReader(in).event());
    }

    @SuppressWarnings("unchecked")
    private UnitRequest.Event event() throws IOException {
        Map<String, Object> read = members("请求", "the request", List.of(KIND, DAY, SOURCE), List.of(CODE, CHECK_CHARACTER_REASON, NAME, WITH, INTO));
        if (read == null) {
            return null;
        }
        Kind kind = (Kind) read.get("kind");
        if (kind != null) {
            fits(kind, read);
        }
        return new UnitRequest.Event(kind, (LocalDate) read.get("day"), (String) read.get("source"), (String) read.get("code"),
                (String) read.get("checkCharacterReason"), (String) read.get("name"), (List<String>) read.getOrDefault("with", List.of()),
                (List<UnitRequest.Into>) read.getOrDefault("into", List.of()));
    }

    /** Only a merger takes others along, and only a renaming leaves but one unit. */
    private void fits(Kind kind, Map<String, Object> read) throws IOException {
        List<String> foreign = switch (kind) {
            case RENAME -> List.of("with", "into");
            case MERGER -> List.of("code", "checkCharacterReason", "name");
            case SPLIT -> List.of("code", "checkCharacterReason", "name", "with");
        };
        for (String name : foreign) {
            if (read.containsKey(name)) {
                in.problems.at("/" + name, ProblemCode.UNKNOWN_FIELD, kind + " 没有 " + name + " 字段", kind + " has no field " + name);
            }
        }
        if (kind != Kind.RENAME) {
            in.required(read, INTO);
        } else if (!read.containsKey("name")) {
            in.required(read, CODE);
        }
    }

    private UnitRequest.Into into() throws IOException {
        Map<String, Object> read = members("合并、分立后的单位", "the unit", List.of(), List.of(SUBJECT, CODE, CHECK_CHARACTER_REASON, NAME));
        if (read == null) {
            return null;
        }
        if (!read.containsKey("subject")) {
            in.required(read, CODE);
        } else if (read.size() > 1) {
            in.problems.at(in.pointer(), ProblemCode.CONTRADICTION, "已写明单位编号的，不再写代码和名称", "a unit named by its id takes no code and no name");
        }
        return new UnitRequest.Into((String) read.get("subject"), (String) read.get("code"), (String) read.get("checkCharacterReason"),
                (String) read.get("name"));
    }

    private Map<String, Object> members(String zh, String en, List<FactModel> required, List<FactModel> others) throws IOException {
        List<FactModel> known = new ArrayList<>(required);
        known.addAll(others);
        Map<String, Object> members = in.object(zh, en, name -> {
            FactModel member = known.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
            if (member == null) {
                return in.refuseUnknown(name, known.stream().map(FactModel::name).toList());
            }
            return member == INTO ? in.list(INTO.label(), "into", MOST, this::into)
                    : member == WITH ? in.list(WITH.label(), "with", MOST, () -> values.scalar(WITH, FactKind.TEXT))
                    : values.scalar(member, member.kind());
        });
        if (members != null) {
            for (FactModel member : required) {
                in.required(members, member);
            }
        }
        return members;
    }
}
