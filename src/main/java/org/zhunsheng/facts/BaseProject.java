package org.zhunsheng.facts;

import java.time.LocalDate;

/** An international cooperation project the host undertook. */
@Block("baseResearch.projects[]")
public record BaseProject(
        @Fact("项目标识") Known<String> project,
        @Fact("项目级别") Known<Level> level,
        @Fact("项目开始日期") Known<LocalDate> startedOn,
        @Fact(value = "项目结束日期", none = "仍在承担") Known<LocalDate> endedOn) {

    public enum Level { NATIONAL, MUNICIPAL, DISTRICT, OTHER }

    /** National and municipal projects are added up; those of a district do not count. */
    Known<Boolean> counts(Window window) {
        return Count.both(level.map(level.name(), of -> of == Level.NATIONAL || of == Level.MUNICIPAL), window.holds(startedOn, endedOn));
    }
}
