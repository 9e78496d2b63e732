package org.zhunsheng.facts;

/** A result taken over from where it was made (科技成果转化). */
public record Transfer(
        @Fact("成果来源") Known<Source> sourceType,
        @Fact("转化方式") Known<Mode> mode,
        @Fact("已开展产业化落地") Known<Boolean> industrialised) {

    public enum Source { UNIVERSITY, RESEARCH_INSTITUTION, MEDICAL_INSTITUTION, OTHER }

    public enum Mode { DEVELOPMENT, TRANSFER, LICENCE, OTHER }
}
