package org.zhunsheng.wire;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever ends a request other than with an answer ends it with a problem, also where the framework itself refuses. */
public final class ProblemMapping {

    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final int RETRY_SECONDS = 10;

    @ServerExceptionMapper
    public Response refused(ProblemException refused, HttpHeaders headers) {
        return response(refused.problem(), headers);
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException refused, HttpHeaders headers) {
        int status = refused.getResponse().getStatus();
        if (status < 400) {
            return refused.getResponse();
        }
        if (status >= 500) {
            return unexpected(refused, headers);
        }
        return response(FrameworkProblem.of(status), headers);
    }

    /** Thrown past the mapping above where a resource lets Jackson bind its body. */
    @ServerExceptionMapper
    public Response refused(MismatchedInputException refused, HttpHeaders headers) {
        return response(FrameworkProblem.of(400), headers);
    }

    /** What happened is for the log only; the number in both lets an operator find it for a caller. */
    @ServerExceptionMapper
    public Response unexpected(Throwable accident, HttpHeaders headers) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        LOG.errorf(accident, "request failed: %s", instance);
        return response(new Problem(ProblemCode.INTERNAL, "服务内部错误，已记录在案，请凭编号联系运维人员",
                "an internal error; it was logged, please quote its number to the operator", List.of(), List.of(), instance), headers);
    }

    public static Response response(Problem problem, HttpHeaders headers) {
        Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Response.ResponseBuilder response = Response.status(problem.code().status()).type(Problem.MEDIA_TYPE).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).entity(problem.json(language));
        return problem.code() == ProblemCode.BUSY ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build() : response.build();
    }
}
