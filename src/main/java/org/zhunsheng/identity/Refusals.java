package org.zhunsheng.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.zhunsheng.wire.Problem;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemMapping;

/** Who may not ask is told why, as far as that helps whoever asks in good faith. */
public final class Refusals {

    private final SecurityIdentity caller;

    Refusals(SecurityIdentity caller) {
        this.caller = caller;
    }

    @ServerExceptionMapper
    public Response nobody(UnauthorizedException refused, HttpHeaders headers) {
        return challenge("Bearer", new Problem(ProblemCode.UNAUTHORISED, "请求没有令牌：Authorization: Bearer …",
                "the request has no token: Authorization: Bearer …"), headers);
    }

    @ServerExceptionMapper
    public Response unproven(AuthenticationFailedException refused, HttpHeaders headers) {
        return challenge("Bearer error=\"invalid_token\"", reason(refused), headers);
    }

    @ServerExceptionMapper
    public Response notPermitted(ForbiddenException refused, HttpHeaders headers) {
        String roles = caller.getRoles().isEmpty() ? "没有任何角色" : "的角色是 " + String.join("、", caller.getRoles());
        String held = caller.getRoles().isEmpty() ? "holds no role" : "holds " + String.join(", ", caller.getRoles());
        String name = caller.getPrincipal().getName();
        return ProblemMapping.response(new Problem(ProblemCode.FORBIDDEN, "没有执行此操作的权限：" + name + " " + roles,
                "this is not permitted: " + name + " " + held), headers);
    }

    private static Response challenge(String challenge, Problem problem, HttpHeaders headers) {
        return Response.fromResponse(ProblemMapping.response(problem, headers)).header(HttpHeaders.WWW_AUTHENTICATE, challenge).build();
    }

    private static Problem reason(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return invalid.hasErrorCode(ErrorCodes.EXPIRED) ? problem("令牌已过期", "the token is expired")
                        : invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)
                        ? problem("令牌不是签发给本服务的（aud）", "the token is for another audience (aud)")
                        : invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)
                        ? problem("令牌的签发者不是本服务信任的（iss）", "the token is of another issuer (iss)")
                        : invalid.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) || invalid.hasErrorCode(ErrorCodes.SIGNATURE_MISSING)
                        ? problem("令牌的签名无效", "the signature of the token is not valid") : unusable();
            }
        }
        return unusable();
    }

    private static Problem unusable() {
        return problem("令牌不可用：不是以 RS256 签名、写明 sub 和 exp 的令牌",
                "the token is unusable: it is not signed by RS256, or lacks sub or exp");
    }

    private static Problem problem(String zh, String en) {
        return new Problem(ProblemCode.UNAUTHORISED, zh, en);
    }
}
