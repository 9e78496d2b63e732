package org.zhunsheng.wire;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;
import org.zhunsheng.wire.AwardRequest.State;

/** Reads awards, the places to be held for them, and what became of either. */
final class AwardReader {

    private static final Map<String, FactModel> MODELS = Stream.of(
            FactModel.member("unitCode", "统一社会信用代码", FactKind.TEXT, String.class),
            FactModel.member("unitName", "单位名称", FactKind.TEXT, String.class),
            FactModel.member("checkCharacterReason", "校验码不符的理由", FactKind.TEXT, String.class),
            FactModel.member("policy", "依据文件", FactKind.TEXT, String.class),
            FactModel.member("direction", "支持方向", FactKind.TEXT, String.class),
            FactModel.member("clause", "依据条款", FactKind.TEXT, String.class),
            FactModel.member("contentKey", "项目内容标识", FactKind.TEXT, String.class),
            FactModel.member("title", "项目名称", FactKind.TEXT, String.class),
            FactModel.member("abstract", "项目摘要", FactKind.TEXT, String.class),
            FactModel.member("funderLevel", "资金层级", FactKind.ENUM, FunderLevel.class),
            FactModel.member("form", "支持形式", FactKind.ENUM, Form.class),
            FactModel.member("amountYuan", "金额", FactKind.MONEY, BigDecimal.class),
            FactModel.member("state", "状态", FactKind.ENUM, State.class),
            FactModel.member("decidedOn", "决定日期", FactKind.DATE, LocalDate.class),
            FactModel.member("receivedOn", "到账日期", FactKind.DATE, LocalDate.class),
            FactModel.member("cancelledOn", "取消日期", FactKind.DATE, LocalDate.class),
            FactModel.member("recoveredOn", "收回日期", FactKind.DATE, LocalDate.class),
            FactModel.member("source", "来源", FactKind.TEXT, String.class),
            FactModel.member("reason", "理由", FactKind.TEXT, String.class),
            FactModel.member("holdMinutes", "保留分钟数", FactKind.INTEGER, Integer.class))
            .collect(Collectors.toMap(FactModel::name, Function.identity()));

    private static final List<String> AWARD = List.of("unitCode", "unitName", "checkCharacterReason", "policy", "direction", "clause", "contentKey",
            "title", "abstract", "funderLevel", "form", "amountYuan", "state", "decidedOn", "receivedOn", "cancelledOn", "recoveredOn", "source");
    private static final List<String> CORRECTION = Stream.concat(AWARD.stream(), Stream.of("reason")).toList();
    private static final List<String> RESERVATION = List.of("unitCode", "unitName", "checkCharacterReason", "policy", "direction", "clause",
            "contentKey", "title", "abstract", "amountYuan", "decidedOn", "holdMinutes", "judgements");
    private static final List<String> STEP = List.of("decidedOn", "receivedOn", "cancelledOn", "recoveredOn", "amountYuan", "source", "reason", "judgements");

    private final JsonInput in;
    private final ValueReader values;
    private final JudgementReader judgements;

    AwardReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
        this.judgements = new JudgementReader(in);
    }

    AwardRequest award() throws IOException {
        return read(AWARD, "unitCode", "policy", "funderLevel", "form", "state", "decidedOn", "source");
    }

    AwardRequest correction() throws IOException {
        return read(CORRECTION, "unitCode", "policy", "funderLevel", "form", "state", "decidedOn", "source", "reason");
    }

    AwardRequest reservation() throws IOException {
        return read(RESERVATION, "unitCode", "policy");
    }

    AwardRequest step() throws IOException {
        return read(STEP);
    }

    private AwardRequest read(List<String> admitted, String... required) throws IOException {
        Map<String, Object> members = in.object("请求", "the request", name -> !admitted.contains(name) ? in.refuseUnknown(name, admitted)
                : name.equals("judgements") ? in.object("判断", "judgements", judgements::judgement)
                        : values.scalar(MODELS.get(name), MODELS.get(name).kind()));
        if (members == null) {
            return null;
        }
        for (String name : required) {
            in.required(members, MODELS.get(name));
        }
        return of(members);
    }

    @SuppressWarnings("unchecked")
    private static AwardRequest of(Map<String, Object> members) {
        return new AwardRequest(new AwardRequest.Unit((String) members.get("unitCode"), (String) members.get("unitName"),
                (String) members.get("checkCharacterReason")), (String) members.get("policy"), (String) members.get("direction"),
                (String) members.get("clause"), (String) members.get("contentKey"), (String) members.get("title"), (String) members.get("abstract"),
                (FunderLevel) members.get("funderLevel"), (Form) members.get("form"), (BigDecimal) members.get("amountYuan"),
                (State) members.get("state"), (LocalDate) members.get("decidedOn"), (LocalDate) members.get("receivedOn"),
                (LocalDate) members.get("cancelledOn"), (LocalDate) members.get("recoveredOn"), (String) members.get("source"),
                (String) members.get("reason"), (Integer) members.get("holdMinutes"),
                members.get("judgements") == null ? Map.of() : (Map<String, Judgement>) members.get("judgements"));
    }
}
