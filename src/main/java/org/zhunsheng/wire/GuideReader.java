package org.zhunsheng.wire;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;

/** Reads an annual guide that an operator enters. */
final class GuideReader {

    private static final FactModel OPENS_ON = FactModel.member("opensOn", "开始受理日", FactKind.DATE, LocalDate.class);
    private static final FactModel CLOSES_ON = FactModel.member("closesOn", "截止日", FactKind.DATE, LocalDate.class);
    private static final FactModel KEY_FIELD = FactModel.member("keyFields", "重点领域", FactKind.TEXT, String.class);
    private static final FactModel KEY_COUNTRY = FactModel.member("keyCountries", "重点国家", FactKind.TEXT, String.class);
    private static final FactModel CLAUSE = FactModel.member("clause", "条款", FactKind.TEXT, String.class);
    private static final FactModel ZH = FactModel.member("zh", "中文说明", FactKind.TEXT, String.class);
    private static final FactModel EN = FactModel.member("en", "英文说明", FactKind.TEXT, String.class);
    private static final FactModel SOURCE = FactModel.member("source", "来源（文号、网址）", FactKind.TEXT, String.class);

    private static final List<String> MEMBERS = List.of("opensOn", "closesOn", "keyFields", "keyCountries", "limits", "source");
    private static final List<String> LIMIT = List.of("clause", "zh", "en");
    private static final int MOST = 200;

    private final JsonInput in;
    private final ValueReader values;

    GuideReader(JsonInput in) {
        this.in = in;
        this.values = new ValueReader(in);
    }

    GuideRequest request() throws IOException {
        Map<String, Object> members = in.object("请求", "the request", name -> switch (name) {
            case "opensOn" -> values.scalar(OPENS_ON, FactKind.DATE);
            case "closesOn" -> values.scalar(CLOSES_ON, FactKind.DATE);
            case "keyFields" -> in.list("重点领域", "keyFields", MOST, () -> values.scalar(KEY_FIELD, FactKind.TEXT));
            case "keyCountries" -> in.list("重点国家", "keyCountries", MOST, () -> values.scalar(KEY_COUNTRY, FactKind.TEXT));
            case "limits" -> in.list("附加要求", "limits", MOST, this::limit);
            case "source" -> values.scalar(SOURCE, FactKind.TEXT);
            default -> in.refuseUnknown(name, MEMBERS);
        });
        if (members == null) {
            return null;
        }
        in.required(members, SOURCE);
        return new GuideRequest((LocalDate) members.get("opensOn"), (LocalDate) members.get("closesOn"), list(members.get("keyFields")),
                list(members.get("keyCountries")), list(members.get("limits")), (String) members.get("source"));
    }

    private GuideRequest.Limit limit() throws IOException {
        Map<String, Object> members = in.object("附加要求", "the limit", name -> switch (name) {
            case "clause" -> values.scalar(CLAUSE, FactKind.TEXT);
            case "zh" -> values.scalar(ZH, FactKind.TEXT);
            case "en" -> values.scalar(EN, FactKind.TEXT);
            default -> in.refuseUnknown(name, LIMIT);
        });
        if (members == null) {
            return null;
        }
        List.of(CLAUSE, ZH, EN).forEach(member -> in.required(members, member));
        return new GuideRequest.Limit((String) members.get("clause"), (String) members.get("zh"), (String) members.get("en"));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object elements) {
        return elements == null ? List.of() : List.copyOf((List<T>) elements);
    }
}
