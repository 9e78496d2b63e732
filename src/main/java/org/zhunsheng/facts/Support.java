package org.zhunsheng.facts;

import java.time.LocalDate;

/** One support that a unit has, awaits or plans, whichever document it rests on. */
@Block("supports[]")
public record Support(
        @Fact("编号") Known<String> supportId,
        @Fact("受支持单位统一社会信用代码") Known<String> unitCode,
        @Fact(value = "依据文件编号", none = "本系统未收录的文件") Known<String> policy,
        @Fact("依据条款，如 15、16、11.f") Known<String> clause,
        @Fact("项目内容标识") Known<String> contentKey,
        @Fact("资金层级，收录的文件自有层级，不必填") Known<PriorAward.FunderLevel> funderLevel,
        @Fact("支持形式") Known<PriorAward.Form> form,
        @Fact("状态") Known<PriorAward.State> state,
        @Fact(value = "决定日期", none = "尚未决定") Known<LocalDate> decidedOn,
        @Fact(value = "所依附的支持的编号", none = "不依附于其他支持") Known<String> dependsOn,
        @Fact("按其依据文件核过，不因其他支持被排除") Known<Boolean> passesOwnDocument) {

    /** Whose money it is follows from the document, which all pay from one budget; only of others it has to be said. */
    @Derived({"supports[].policy", "supports[].funderLevel"})
    public Known<PriorAward.FunderLevel> level() {
        if (!policy.isValue()) {
            return policy.isMissing() ? Known.lacking(policy) : funderLevel;
        }
        return switch (policy.value()) {
            case "jkf_2022_4", "jkf_2022_9", "jkgf_2025_69" -> Known.of(funderLevel.name(), PriorAward.FunderLevel.MUNICIPAL);
            case "jjg_2022_8" -> Known.of(funderLevel.name(), PriorAward.FunderLevel.DISTRICT);
            default -> funderLevel;
        };
    }

    /** The article, measure or item, whichever of its parts was named. */
    @Derived("supports[].clause")
    public Known<String> item() {
        return clause.map(clause.name(), part -> part.split("\\.")[0]);
    }

    /** The part of an article or measure; where only the whole is named, which part it is nobody knows. */
    @Derived("supports[].clause")
    public Known<String> part() {
        return clause.isValue() && !clause.value().contains(".") ? Known.missing(clause.name()) : clause;
    }

    /** The item of an article's amounts, as 3 of 13.3.3; an article alone does not say which. */
    @Derived("supports[].clause")
    public Known<String> category() {
        return clause.isValue() && !clause.value().matches(ITEM) ? Known.missing(clause.name()) : clause.map(clause.name(), part -> part.split("\\.")[2]);
    }

    private static final String ITEM = "\\d+\\.\\d+\\.\\d+";
}
