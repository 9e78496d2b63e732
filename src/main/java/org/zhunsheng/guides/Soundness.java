package org.zhunsheng.guides;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.wire.GuideRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Whether what was entered can be the notice of this document and year. */
final class Soundness {

    private Soundness() {
    }

    static void check(GuideRequest guide, Policy policy, int year, Problems problems) {
        near("opensOn", guide.opensOn(), year, problems);
        near("closesOn", guide.closesOn(), year, problems);
        if (guide.opensOn() != null && guide.closesOn() != null && guide.closesOn().isBefore(guide.opensOn())) {
            problems.at("/closesOn", ProblemCode.CONTRADICTION, "截止日 " + guide.closesOn() + " 早于开始受理日 " + guide.opensOn(),
                    "closesOn " + guide.closesOn() + " is before opensOn " + guide.opensOn());
        }
        if (!problems.faults().isEmpty()) {
            return; // elements that were refused are not there any more, and places in their lists would be wrong
        }
        once("keyFields", guide.keyFields(), problems);
        once("keyCountries", guide.keyCountries(), problems);
        for (int i = 0; i < guide.limits().size(); i++) {
            String clause = guide.limits().get(i).clause();
            if (policy.clause(clause).isEmpty()) {
                problems.at("/limits/" + i + "/clause", ProblemCode.UNKNOWN_CLAUSE, policy.number() + "没有条款 " + clause,
                        policy.number() + " has no clause " + clause);
            }
        }
    }

    /** A round may open before its year and close after it, but a day elsewhere is a slip of the pen. */
    private static void near(String name, LocalDate day, int year, Problems problems) {
        if (day != null && Math.abs(day.getYear() - year) > 1) {
            problems.at("/" + name, ProblemCode.OUT_OF_RANGE, day + " 不会是 " + year + " 年度通知里的日期", day + " cannot be a day in the guide of " + year);
        }
    }

    private static void once(String name, List<String> texts, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!seen.add(texts.get(i))) {
                problems.at("/" + name + "/" + i, ProblemCode.CONTRADICTION, texts.get(i) + " 重复", texts.get(i) + " occurs twice");
            }
        }
    }
}
