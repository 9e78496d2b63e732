package org.zhunsheng.facts;

import java.time.LocalDate;

/** The project after the decision (立项后的项目). */
public record Project(
        @Fact("支持方式") Known<PaymentMode> paymentMode,
        @Fact("实施期满日期") Known<LocalDate> implementationEndsOn,
        @Fact("延期已获批准") Known<Boolean> extensionApproved,
        @Fact(value = "批准延期后的期满日期", none = "没有延期") Known<LocalDate> approvedExtensionEndsOn) {

    /** The end of the implementation period; only an approved extension moves it. */
    @Derived({"project.implementationEndsOn", "project.extensionApproved", "project.approvedExtensionEndsOn"})
    public Known<LocalDate> periodEnd() {
        if (approvedExtensionEndsOn.isValue() && extensionApproved.isMissing()) {
            return Known.lacking(extensionApproved);
        }
        return extensionApproved.is(true) && !approvedExtensionEndsOn.isNone() ? approvedExtensionEndsOn : implementationEndsOn;
    }
}
