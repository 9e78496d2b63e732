package org.zhunsheng.subjects;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.UnitRequest;

/** Whether what is asked, or told, of codes and days can be meant. */
final class Asked {

    private Asked() {
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static LocalDate today() {
        return LocalDate.now(BeijingTime.ZONE);
    }

    static AdmittedCode code(String written) {
        if (written == null) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "请写明 code，要找的统一社会信用代码", "say in code which credit code to look for");
        }
        try {
            return new AdmittedCode(written, CreditCode.of(written), null);
        } catch (CreditCode.Malformed malformed) {
            throw new ProblemException(ProblemCode.CREDIT_CODE, malformed.zh(), malformed.en());
        }
    }

    /** Null where nothing is asked: now, and by what then is known. */
    static Instant knownAt(String written) {
        if (written == null) {
            return SubjectTable.NOW;
        }
        Instant knownAt;
        try {
            knownAt = BeijingTime.read(written);
        } catch (DateTimeException noTime) {
            throw new ProblemException(ProblemCode.NOT_A_DATE, "knownAt 应为带时区的时刻，如 " + BeijingTime.EXAMPLE + "（地址中的 + 写作 %2B）",
                    "knownAt must be a time with its offset, such as " + BeijingTime.EXAMPLE + " (a + is written %2B in an address)");
        }
        Instant now = Instant.now();
        if (knownAt.isAfter(now)) {
            throw new ProblemException(ProblemCode.OUT_OF_RANGE, "knownAt " + written + " 还没有到：那时知道什么，现在没有人知道",
                    "knownAt " + written + " lies in the future: what will be known then nobody knows");
        }
        return knownAt;
    }

    static LocalDate day(String written) {
        if (written == null) {
            return today();
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            throw new ProblemException(ProblemCode.NOT_A_DATE, "day 应为日期，如 2026-03-01", "day must be a date, such as 2026-03-01");
        }
    }

    static void check(UnitRequest told, Problems problems) {
        if (told == null) {
            return;
        }
        passed("validFrom", told.validFrom(), problems);
        if (told.validFrom() != null && told.validUntil() != null && told.validUntil().isBefore(told.validFrom())) {
            problems.at("/validUntil", ProblemCode.CONTRADICTION, "最后一天 " + told.validUntil() + " 早于起始日 " + told.validFrom(),
                    "validUntil " + told.validUntil() + " is before validFrom " + told.validFrom());
        }
    }

    static void check(UnitRequest.Event told, Problems problems) {
        if (told == null) {
            return;
        }
        passed("day", told.day(), problems);
        if (told.kind() == UnitRequest.Kind.MERGER && told.into().size() > 1) {
            problems.at("/into", ProblemCode.CONTRADICTION, "合并只能并入一个单位", "a merger leads into one unit");
        }
    }

    /** What is going to be is not recorded as having been. */
    private static void passed(String name, LocalDate day, Problems problems) {
        if (day != null && day.isAfter(today())) {
            problems.at("/" + name, ProblemCode.OUT_OF_RANGE, day + " 还没有到，今天是 " + today(), name + " must not be after today, " + today());
        }
    }
}
