package org.zhunsheng.facts;

/** A university or institute that turns results into products. */
public record ResultConversion(
        @Fact("单位类别") Known<Host> hostKind,
        @Fact("已经确认") Known<Boolean> confirmed) {

    public enum Host { UNIVERSITY, RESEARCH_INSTITUTE, ENTERPRISE }
}
