package org.zhunsheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;

/** An award or application the unit or the content already has (历史获批). */
@Block("awardsHistory[]")
public record PriorAward(
        @Fact("编号") Known<String> awardId,
        @Fact("受支持单位统一社会信用代码") Known<String> unitCode,
        @Fact("与申报单位为同一单位") Known<Boolean> sameUnit,
        @Fact(value = "依据文件编号", none = "本系统未收录的文件") Known<String> policy,
        @Fact(value = "支持方向", none = "不分方向") Known<String> direction,
        @Fact("项目内容标识") Known<String> contentKey,
        @Fact("与本项目为同一内容") Known<Boolean> sameContent,
        @Fact("资金层级") Known<FunderLevel> funderLevel,
        @Fact("支持形式") Known<Form> form,
        @Fact("状态") Known<State> state,
        @Fact("决定日期") Known<LocalDate> decidedOn,
        @Fact("到账日期") Known<LocalDate> receivedOn,
        @Fact(value = "金额", unit = "元", min = "0") Known<BigDecimal> amountYuan,
        @Fact("资金来源") Known<String> source) {

    public enum FunderLevel { NATIONAL, MUNICIPAL, DISTRICT, OTHER }

    public enum Form { MONEY, POLICY_SERVICE, STATUS }

    public enum State { APPLIED, REJECTED, APPROVED, PAID, CANCELLED_BEFORE_PAYMENT, RECOVERED }
}
