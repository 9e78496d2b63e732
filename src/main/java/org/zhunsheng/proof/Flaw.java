package org.zhunsheng.proof;

/** What a verifier finds altered; it names the piece, so that whoever looks for the culprit knows where. */
enum Flaw {
    CUT("文件被截断：%s", "the file was cut off: %s"),
    FORM("文件被改过，不是签发时的样子：%s", "the file was edited and is not as it was issued: %s"),
    CORE("决定的内容（core）被改过", "what was decided (core) was altered"),
    ENVELOPE("决定的信封（编号、时间、请求方等）被改过", "the envelope of the decision (id, time, caller) was altered"),
    OTHER_DECISION("这一条日志证明的是另一个决定：%s", "the log's entry attests another decision: %s"),
    ENTRY("日志条目（entry）被改过", "the log's entry was altered"),
    PATH("从条目到根的路径被改过（%s）", "the path from the entry to the root was altered (%s)"),
    ROOT("检查点里的根被改过（%s）", "the root in the checkpoint was altered (%s)"),
    CHECKPOINT("检查点被改过：%s", "the checkpoint was altered: %s"),
    SIGNATURE("检查点的签名不成立（%s）", "a signature of the checkpoint does not hold (%s)"),
    KEYS("凭证中所列的公钥被改过：%s", "the keys listed in the receipt were altered: %s"),
    OTHER_LOG("属于另一份日志：%s", "it belongs to another log: %s"),
    OLDER("较早的检查点不成立：%s", "the older checkpoint does not hold: %s"),
    CONSISTENCY("与较早检查点之间的证明被改过（%s）", "the proof from the older checkpoint was altered (%s)"),
    REBUILT("日志被重建：较早的检查点（%s 条）不是它的开头", "the log was rebuilt: the older checkpoint (%s entries) is not its beginning"),
    TRUNCATED("日志的尾部被删去：较早时有 %s 条，后来反而少了", "the log's tail was cut off: there were %s entries, and fewer later on");

    private final String chinese;
    private final String english;

    Flaw(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    Found at(Object... where) {
        return new Found(this, chinese.formatted(where) + " / " + english.formatted(where));
    }

    record Found(Flaw flaw, String text) {
    }
}
