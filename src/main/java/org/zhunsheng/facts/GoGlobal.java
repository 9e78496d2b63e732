package org.zhunsheng.facts;

/** A technology or service going abroad (技术（服务）走出去). */
public record GoGlobal(
        @Fact("技术（服务）说明") Known<String> technologyOrServiceDescription,
        @Fact(value = "企业成立年数", unit = "年", min = "0") Known<Integer> yearsSinceFounding,
        @Fact("拥有自主知识产权") Known<Boolean> ownsIndependentIp,
        @Fact("获北京市新技术新产品（服务）认定") Known<Boolean> recognisedAsBeijingNewTechProductOrService,
        @Fact("经科技部门所设机构认定登记技术合同") Known<Boolean> technologyContractRegisteredWithStRegistry,
        @Fact(value = "首次在国(境)外应用的年份", min = "1949", max = "2100", none = "从未在国(境)外应用") Known<Integer> firstOverseasApplicationYear) {

    /** First use abroad in exactly that year; never used abroad is a certain no. */
    @Derived("goGlobal.firstOverseasApplicationYear")
    public Known<Boolean> firstAppliedIn(Known<Integer> year) {
        if (firstOverseasApplicationYear.isNone()) {
            return Known.of(firstOverseasApplicationYear.name(), false);
        }
        if (firstOverseasApplicationYear.isMissing() || !year.isValue()) {
            return Known.missing((firstOverseasApplicationYear.isMissing() ? firstOverseasApplicationYear : year).name());
        }
        return Known.of("goGlobal.firstAppliedIn[" + year.value() + "]", firstOverseasApplicationYear.is(year.value()));
    }
}
