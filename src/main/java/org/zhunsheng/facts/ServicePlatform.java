package org.zhunsheng.facts;

import java.math.BigDecimal;

/** Platforms for common technology, and who buys from them. */
public record ServicePlatform(
        @Fact("公共技术服务平台或中试基地") Known<Boolean> publicPlatformOrPilotBase,
        @Fact("平台级别") Known<Level> level,
        @Fact("向经认定的平台或基地购买服务") Known<Boolean> buysFromRecognisedPlatform,
        @Fact(value = "购买服务的价款", unit = "元", min = "0") Known<BigDecimal> servicePurchaseYuan) {

    public enum Level { NATIONAL, MUNICIPAL, DISTRICT }

    /** Vouchers are for who buys; a platform that says nothing of buying claims none. Anybody else is asked. */
    @Derived({"servicePlatform.buysFromRecognisedPlatform", "servicePlatform.publicPlatformOrPilotBase", "servicePlatform.servicePurchaseYuan"})
    public Known<Boolean> buys() {
        boolean claimsNone = publicPlatformOrPilotBase.is(true) && servicePurchaseYuan.isMissing();
        return buysFromRecognisedPlatform.isMissing() && claimsNone ? Known.of(buysFromRecognisedPlatform.name(), false) : buysFromRecognisedPlatform;
    }

    @Derived("servicePlatform.level")
    public Known<Boolean> national() {
        return level.map(level.name(), Level.NATIONAL::equals);
    }
}
