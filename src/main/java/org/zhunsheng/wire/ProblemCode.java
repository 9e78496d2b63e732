package org.zhunsheng.wire;

/** What can go wrong, under names that callers may rely on. What a caller must change in the body is 400; the rest says itself. */
public enum ProblemCode {
    MALFORMED_JSON(400, "请求体不是有效的 JSON", "The body is not well-formed JSON"),
    EMPTY_BODY(400, "请求体为空", "The body is empty"),
    DUPLICATE_KEY(400, "字段重复", "A key occurs twice"),
    UNKNOWN_FIELD(400, "未知字段", "Unknown field"),
    MISSING_FIELD(400, "缺少必填字段", "A required field is missing"),
    NULL_REFUSED(400, "不接受 null", "null is not accepted"),
    WRONG_TYPE(400, "类型不符", "Wrong type"),
    UNKNOWN_VALUE(400, "未知代码", "Unknown code"),
    OUT_OF_RANGE(400, "数值超出范围", "Out of range"),
    NOT_A_DATE(400, "不是有效日期", "Not a date"),
    NOT_A_NUMBER(400, "不是可接受的数字", "Not an acceptable number"),
    INVALID_TEXT(400, "文本不可接受", "Not an acceptable text"),
    TOO_LARGE(400, "内容过长", "Too large"),
    TOO_DEEP(400, "嵌套过深", "Nested too deeply"),
    NONE_NOT_ADMITTED(400, "此项不能申明为“没有”", "This fact cannot be declared to be none"),
    CONTRADICTION(400, "事实相互矛盾", "Facts contradict each other"),
    UNKNOWN_POLICY(400, "未知政策文件", "Unknown policy"),
    UNKNOWN_QUESTION(400, "未知问题类型", "Unknown question"),
    UNKNOWN_DIRECTION(400, "未知支持方向", "Unknown direction"),
    UNKNOWN_STEP(400, "未知办理环节", "Unknown step"),
    UNKNOWN_READING(400, "未知解释口径", "Unknown reading"),
    UNKNOWN_JUDGEMENT(400, "未知判断点", "Unknown judgement point"),
    UNKNOWN_DEADLINE(400, "未知期限", "Unknown deadline"),
    UNKNOWN_CLAUSE(400, "未知条款", "Unknown clause"),
    CREDIT_CODE(400, "不是统一社会信用代码", "Not a credit code"),
    CHECK_CHARACTER(400, "统一社会信用代码的校验码不符", "The check character of the credit code does not fit"),
    BAD_REQUEST(400, "请求无法理解", "The request cannot be understood"),
    UNAUTHORISED(401, "未通过身份认证", "Not authenticated"),
    FORBIDDEN(403, "没有权限", "Not permitted"),
    NOT_FOUND(404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED(405, "不支持该请求方法", "Method not allowed"),
    NOT_ACCEPTABLE(406, "无法提供所要求的格式", "Not available in the requested form"),
    IDEMPOTENCY_CONFLICT(422, "幂等键已用于另一请求", "The idempotency key was used for another request"),
    BLOCKED(409, "已有支持，不予重复支持", "An earlier award stands in the way"),
    NOT_CLEAR(409, "尚不能断定是否重复", "Whether it repeats an earlier award is open"),
    RESERVATION_EXPIRED(409, "保留的名额已过期", "The reservation has expired"),
    CONFLICT(409, "与当前状态冲突", "In conflict with the current state"),
    BODY_TOO_LARGE(413, "请求体过大", "The body is too large"),
    CALENDAR_YEAR_NOT_HELD(422, "工作日历未收录该年", "The working-day calendar does not hold that year"),
    WORKBOOK_REFUSED(422, "这不是可以接收的工作簿", "Not a workbook that can be taken"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持该内容类型", "Unsupported media type"),
    INTERNAL(500, "服务内部错误", "Internal error"),
    BUSY(503, "暂时繁忙", "Busy for the moment"),
    RECORD_UNAVAILABLE(503, "决定记录暂不可用", "The record of decisions is unavailable"),
    LOG_BEHIND(503, "日志尚未写到这一条", "The log has not come this far yet");

    private final int status;
    private final String zh;
    private final String en;

    ProblemCode(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    public int status() {
        return status;
    }

    public String title(Language language) {
        return language.choose(zh, en);
    }
}
