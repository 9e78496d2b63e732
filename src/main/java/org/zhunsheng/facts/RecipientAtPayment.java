package org.zhunsheng.facts;

import java.time.LocalDate;

/** The state of the holder and persons concerned before money is paid (拨付前状态). */
public record RecipientAtPayment(
        @Fact("核查日期") Known<LocalDate> checkedOn,
        @Fact("已被吊销") Known<Boolean> businessLicenceRevoked,
        @Fact("已注销") Known<Boolean> deregistered,
        @Fact("注册地在北京市") Known<Boolean> registeredInBeijing,
        @Fact("承担单位因失信被惩戒") Known<Boolean> unitPunishedForDishonesty,
        @Fact("相关人员因失信被惩戒") Known<Boolean> relatedPersonPunishedForDishonesty) {
}
