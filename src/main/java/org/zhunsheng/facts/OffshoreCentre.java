package org.zhunsheng.facts;

/** An innovation centre abroad recognised by the area. */
public record OffshoreCentre(
        @Fact("经认定的离岸创新中心") Known<Boolean> recognised,
        @Fact(value = "引进的国际项目和团队", unit = "个", min = "0") Known<Integer> introducedCount) {
}
