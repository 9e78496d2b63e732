package org.zhunsheng.facts;

import java.util.List;

/** Cross-border technology transfer services (跨国(境)技术转移服务). */
public record TechTransfer(
        @Fact("为中介机构") Known<Boolean> intermediary,
        @Fact("涉及国家安全") Known<Boolean> involvesNationalSecurity,
        @Fact("损害国家利益或社会公共利益") Known<Boolean> harmsNationalOrPublicInterest,
        @Fact("具有国际化会员网络") Known<Boolean> hasInternationalMemberNetwork,
        @Fact("促成的技术转移项目") Known<List<TransferProject>> projects) {
}
