package org.zhunsheng.facts;

import java.time.LocalDate;

/** An older document of the same authority that says otherwise (不一致的原有文件). */
public record ConflictingOlderDocument(
        @Fact("文号") Known<String> number,
        @Fact("印发日期") Known<LocalDate> dateOfIssue) {
}
