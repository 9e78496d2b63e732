package org.zhunsheng.facts;

/** A project put out to whoever can do it (揭榜挂帅). */
public record SolicitedProject(
        @Fact("承担“揭榜挂帅”项目") Known<Boolean> undertaken) {
}
