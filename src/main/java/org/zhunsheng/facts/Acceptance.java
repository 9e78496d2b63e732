package org.zhunsheng.facts;

import java.time.LocalDate;

/** Acceptance of the project (项目验收). */
public record Acceptance(
        @Fact("验收完成日期") Known<LocalDate> completedOn) {
}
