package org.zhunsheng.facts;

import java.time.LocalDate;

/** A foreign talent the host engages, part-time included. */
@Block("foreignTalents[]")
public record ForeignTalent(
        @Fact(value = "人才标识", personal = true) Known<String> person,
        @Fact("经管理部门认定") Known<Boolean> certified,
        @Fact("来自港澳台") Known<Boolean> fromHkMacaoTaiwan,
        @Fact("聘用开始日期") Known<LocalDate> startedOn,
        @Fact(value = "聘用结束日期", none = "仍在聘用") Known<LocalDate> endedOn) {

    /** Experts from Hong Kong, Macao and Taiwan are not counted (A69-15); who does not say so is a foreigner. */
    Known<Boolean> counts(Window window, Readings readings) {
        boolean excluded = fromHkMacaoTaiwan.is(true) && !readings.is("A69-15", "HK_MACAO_TAIWAN_COUNT");
        return excluded ? Known.of(person.name(), false) : Count.both(certified, window.holds(startedOn, endedOn));
    }
}
