package org.zhunsheng.wire;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Refuses a body that announces more than the limit before a byte of it is read; the server's own refusal has no body. */
@Singleton
class BodyLimit {

    private static final int BEFORE_THE_SERVERS_OWN_LIMIT = 1_000;

    void install(@Observes Filters filters) {
        filters.register(request -> {
            if (announced(request) > FactReader.LARGEST_BODY) {
                answer(request);
            } else {
                request.next();
            }
        }, BEFORE_THE_SERVERS_OWN_LIMIT);
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
                .end(Buffer.buffer(FrameworkProblem.of(413).json(language)));
    }
}
