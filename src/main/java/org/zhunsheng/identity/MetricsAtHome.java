package org.zhunsheng.identity;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.Problem;
import org.zhunsheng.wire.ProblemCode;

/** A collector of metrics has no token, so that it must run on this machine. The path is compared as the router compares it. */
@Singleton
class MetricsAtHome {

    private static final int FIRST = 900;

    void install(@Observes Filters filters) {
        filters.register(request -> {
            if (request.normalizedPath().startsWith("/metrics") && !isHere(request.request().connection().remoteAddress())) {
                refuse(request);
            } else {
                request.next();
            }
        }, FIRST);
    }

    /** Of the connection itself: what headers say of an earlier one may be anything. */
    static boolean isHere(SocketAddress from) {
        try {
            return from != null && from.hostAddress() != null && InetAddress.getByName(from.hostAddress()).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static void refuse(RoutingContext request) {
        Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Problem problem = new Problem(ProblemCode.FORBIDDEN, "指标只在本机提供", "metrics are served on this machine only");
        request.response().setStatusCode(problem.code().status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag()).end(Buffer.buffer(problem.json(language)));
    }
}
