package org.zhunsheng.facts;

import java.math.BigDecimal;

/** One line of the plan for the money; which purposes a direction names stands in its table. */
@Block("application.plannedUseOfFunds[]")
public record PlannedUse(
        @Fact("用途") Known<Purpose> purpose,
        @Fact(value = "金额", unit = "元", min = "0") Known<BigDecimal> amountYuan) {

    public enum Purpose { TECHNOLOGY_RD, INTERNATIONAL_CERTIFICATION, STAFF_EXCHANGE, THIRD_PARTY_SERVICES, PARK_OPERATION, PLATFORM_OPERATION,
        CENTRE_OPERATION, INSTITUTION_OPERATION, EVENT_ORGANISATION, OTHER }
}
