package org.zhunsheng.facts;

import java.math.BigDecimal;

/** One project with first-of-kind equipment. */
@Block("firstOfKind.projects[]")
public record FirstOfKindProject(
        @Fact("项目编号") Known<String> project,
        @Fact("经认定") Known<Boolean> recognised,
        @Fact("申报单位的角色") Known<Role> applicantRole,
        @Fact(value = "经认定的合同实施金额", unit = "元", min = "0") Known<BigDecimal> contractAmountYuan) {

    public enum Role { DEVELOPER, USER }
}
