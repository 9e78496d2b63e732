package org.zhunsheng.facts;

/** A talent recognised by the area. */
public record AreaTalent(
        @Fact("经认定的高端人才") Known<Boolean> recognisedHighEnd) {
}
