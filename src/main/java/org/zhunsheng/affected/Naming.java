package org.zhunsheng.affected;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.pages.Wording;

/** What the kinds of flips are called, for those who read. */
record Naming(Wording wording) {

    String title(By by) {
        return switch (by) {
            case CLAUSE -> wording.say("按条款", "By clause");
            case DIRECTION -> wording.say("按支持方向", "By direction");
            case DISTRICT -> wording.say("按所在地", "By district");
            case OUTCOME -> wording.say("按结论的变化", "By change of outcome");
        };
    }

    String name(By by, String group) {
        return switch (by) {
            case CLAUSE -> group;
            case DIRECTION, DISTRICT -> name(group);
            case OUTCOME -> {
                String[] codes = group.split(" ", 2);
                yield change(codes[0], codes[1]);
            }
        };
    }

    /** Where the outcome stays, an amount or a clause is otherwise. */
    String change(String before, String after) {
        return before.equals(after) ? name(before) + wording.say("（结论不变）", " (outcome the same)") : name(before) + " → " + name(after);
    }

    /** A dash where nothing is known of it. */
    String name(String code) {
        return code.isEmpty() ? "–" : wording.name(code);
    }

    String state(Run.State state) {
        return switch (state) {
            case RUNNING -> wording.say("进行中", "under way");
            case CANCELLED -> wording.say("已取消", "cancelled");
            case DONE -> wording.say("已完成", "done");
            case FAILED -> wording.say("中断", "failed");
        };
    }

    String estimated(Estimate estimate, int digits) {
        return Wording.number(estimate.total().setScale(digits, RoundingMode.HALF_UP)) + (estimate.error() == null ? wording.say("（误差不详：有一层只抽了一个）", " (error unknown: one stratum has one drawn)")
                : " ± " + Wording.number(estimate.error().setScale(digits, RoundingMode.HALF_UP)));
    }

    static String count(long count) {
        return Wording.number(BigDecimal.valueOf(count));
    }

    static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + Wording.number(number);
    }
}
