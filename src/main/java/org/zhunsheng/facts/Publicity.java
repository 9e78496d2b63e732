package org.zhunsheng.facts;

import java.time.LocalDate;

/** Publication of the projects to be supported (结果公示). */
public record Publicity(
        @Fact("公示起始日期") Known<LocalDate> startedOn,
        @Fact("公示已结束") Known<Boolean> finished,
        @Fact("有人提出异议") Known<Boolean> objectionRaised,
        @Fact("异议已处理完毕") Known<Boolean> objectionResolved,
        @Fact("涉密或依法不宜公开") Known<Boolean> classifiedOrNotPublishable,
        @Fact(value = "公示结束日期", none = "公示仍在进行") Known<LocalDate> closedOn) {

    /** An objection that was raised and not dealt with; asks only for what is needed next. */
    @Derived({"publicity.objectionRaised", "publicity.objectionResolved"})
    public Known<Boolean> objectionOpen() {
        if (objectionRaised.isMissing() && objectionResolved.is(true)) {
            return Known.of(objectionResolved.name(), false);
        }
        if (!objectionRaised.is(true)) {
            return objectionRaised;
        }
        return objectionResolved.map(objectionResolved.name(), resolved -> !resolved);
    }
}
