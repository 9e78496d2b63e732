package org.zhunsheng.evaluation;

import java.util.SortedSet;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Recorded decisions of one kind, on whose points persons judge: each judgement leads to a decision of the same kind. */
public interface Judgeable {

    AnswerKind kind();

    /** What was asked then, decided once more by the rules and on the day of then, with the judgement added. */
    Answers.Concluded judged(byte[] answer, JudgementRequest judged);

    /** Any other point would change nothing, and whoever passed a judgement on it meant another decision. */
    static void requireLookedAt(SortedSet<String> points, String point) {
        Problems problems = new Problems();
        if (!points.contains(point)) {
            problems.at("/point", ProblemCode.UNKNOWN_JUDGEMENT, "这个决定不涉及判断点 " + point + "，涉及的有：" + String.join("、", points),
                    "this decision does not look at the discretion point " + point + "; it looks at: " + String.join(", ", points));
        }
        problems.raise();
    }
}
