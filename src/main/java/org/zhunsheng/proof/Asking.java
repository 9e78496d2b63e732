package org.zhunsheng.proof;

import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What is asked of the log over REST, where it cannot be had. */
final class Asking {

    private Asking() {
    }

    static ProblemException missing(Long size) {
        return size == null ? behind() : new ProblemException(ProblemCode.NOT_FOUND, "没有签发过 " + size + " 条的检查点", "no checkpoint of " + size + " entries was published");
    }

    static ProblemException behind() {
        return new ProblemException(ProblemCode.LOG_BEHIND, "日志还没有写到这里，请稍后再取", "the log has not come this far yet; try again in a moment");
    }

    static long number(String name, String written) {
        if (written == null || !written.matches("\\d{1,18}")) {
            throw unusable(name + " 应为不小于0的整数", name + " must be a whole number, 0 or more");
        }
        return Long.parseLong(written);
    }

    static ProblemException unusable(String zh, String en) {
        return new ProblemException(ProblemCode.BAD_REQUEST, zh, en);
    }
}
