package org.zhunsheng.wire;

/** The problems of HTTP itself, by status. */
final class FrameworkProblem {

    private FrameworkProblem() {
    }

    static Problem of(int status) {
        return switch (status) {
            case 401 -> new Problem(ProblemCode.UNAUTHORISED, "请求未通过身份认证", "the request is not authenticated");
            case 403 -> new Problem(ProblemCode.FORBIDDEN, "没有执行此操作的权限", "this is not permitted");
            case 404 -> new Problem(ProblemCode.NOT_FOUND, "此路径下没有内容", "there is nothing under this path");
            case 405 -> new Problem(ProblemCode.METHOD_NOT_ALLOWED, "此路径不支持该请求方法", "this path does not take this method");
            case 406 -> new Problem(ProblemCode.NOT_ACCEPTABLE, "无法以 Accept 所列格式回答", "no answer in any form that Accept names");
            case 409 -> new Problem(ProblemCode.CONFLICT, "请求与当前状态冲突", "the request conflicts with the current state");
            case 413 -> new Problem(ProblemCode.BODY_TOO_LARGE, "请求体超过 1 MB", "the body has more than 1 MB");
            case 415 -> new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "不支持 Content-Type 所列格式", "the form that Content-Type names is not understood");
            default -> new Problem(ProblemCode.BAD_REQUEST, "请求不符合 HTTP 约定", "the request does not follow HTTP");
        };
    }
}
