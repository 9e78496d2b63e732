package org.zhunsheng.facts;

import java.time.LocalDate;

/** A branch that a host sets up inside itself (分支机构). */
public record BaseBranch(
        @Fact(value = "分支机构设立日期", none = "没有分支机构") Known<LocalDate> establishedOn,
        @Fact(value = "告知日期", none = "没有告知") Known<LocalDate> noticeOn,
        @Fact("以书面告知") Known<Boolean> noticeInWriting) {

    public enum Notice { COMPLIANT, NON_COMPLIANT }
}
