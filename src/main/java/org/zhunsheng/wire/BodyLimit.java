package org.zhunsheng.wire;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that announces more than the limit before a byte of it is read; the server's own refusal has no body. The server's
 * limit is that of files to import, the largest there is: everything else is held to that of requests here.
 */
@Singleton
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = 1_000;
    private static final int AFTER_IT = 1;

    static final long LARGEST_FILE = 64L << 20;

    void install(@Observes Filters filters) {
        filters.register(request -> {
            if (announced(request) > limit(request)) {
                answer(request);
            } else {
                request.next();
            }
        }, BEFORE_THE_SERVERS_OWN_LIMIT);
        // what arrives in chunks announces nothing and is counted while it is read
        filters.register(request -> {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(request));
            request.next();
        }, AFTER_IT);
    }

    private static long limit(RoutingContext request) {
        return request.request().path().equals("/v1/imports") ? LARGEST_FILE : FactReader.LARGEST_BODY;
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
    }

    /** The connection ends, because what is still to come on it is the body nobody reads. */
    private static void answer(RoutingContext request) {
        Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        request.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag()).putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(problem(request).json(language)));
    }

    private static Problem problem(RoutingContext request) {
        return limit(request) == LARGEST_FILE ? new Problem(ProblemCode.BODY_TOO_LARGE, "文件超过 64 MB，请拆成几个文件",
                "the file has more than 64 MB; split it") : FrameworkProblem.of(413);
    }
}
