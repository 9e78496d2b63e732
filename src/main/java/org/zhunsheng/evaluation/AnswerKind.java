package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What a recorded answer answers. Each kind has a place of its own, where none of another is found: not everyone may see every kind. */
public enum AnswerKind {

    EVALUATION("decisions", "/v1/evaluations/", "评定", "evaluation"),
    MATCH("combination", "/v1/matches/", "匹配", "match"),
    CHECK("searched", "/v1/duplication-checks/", "查重", "duplication check");

    private final String told;
    private final String place;
    private final String zh;
    private final String en;

    /** @param told a member that only cores of this kind have */
    AnswerKind(String told, String place, String zh, String en) {
        this.told = told;
        this.place = place;
        this.zh = zh;
        this.en = en;
    }

    /** Where such answers are found, under their ids. */
    public String place() {
        return place;
    }

    public boolean isOf(JsonNode core) {
        return core.has(told);
    }

    boolean isOf(byte[] answer) {
        return Answer.has(Answer.core(answer), told);
    }

    public static AnswerKind of(JsonNode core) {
        return Arrays.stream(values()).filter(kind -> kind.isOf(core)).findFirst().orElseThrow(() -> new IllegalStateException("记录的不是任何一种答复"));
    }

    ProblemException missing(String id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的" + zh, "there is no " + en + " " + id);
    }
}
