package org.zhunsheng.facts;

import java.time.LocalDate;

/** Agreement or task book (协议或任务书). */
public record Agreement(
        @Fact("拟签订日期") Known<LocalDate> proposedSigningDate,
        @Fact("已签订") Known<Boolean> signed) {
}
