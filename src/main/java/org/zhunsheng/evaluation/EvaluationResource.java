package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.IdempotencyConflict;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Evaluates where the request arrives, since deciding does not block, and answers when the record is durable. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
public final class EvaluationResource {

    /** Whoever calls is not yet asked who he is: the service listens on loopback only until callers have identities. */
    private static final String CALLER = "local";

    private final Evaluations evaluations;
    private final DecisionLog log;
    private final Ids ids;

    EvaluationResource(Evaluations evaluations, DecisionLog log, Ids ids) {
        this.evaluations = evaluations;
        this.log = log;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @NonBlocking
    public CompletionStage<Response> evaluate(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        requireUsable(key);
        Evaluations.Evaluated evaluated = evaluations.evaluate(body);
        Instant now = Instant.now();
        if (evaluated.request().simulate()) {
            byte[] answer = new Answer(null, now, CALLER, true, evaluated.coreDigest(), evaluated.core()).json();
            return CompletableFuture.completedFuture(Response.ok(answer).build());
        }
        String id = ids.next();
        byte[] answer = new Answer(id, now, CALLER, false, evaluated.coreDigest(), evaluated.core()).json();
        return log.append(new Entry(id, now, CALLER, evaluated.request().question().name(), evaluated.policy(), evaluated.coreDigest(),
                evaluated.ruleBase(), Digest.of(body), key, answer)).handle((recorded, failure) -> {
            if (failure != null) {
                throw problem(failure);
            }
            // not Response.created: that completes the address from the request, which the record's thread does not have
            return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/v1/evaluations/" + recorded.id())
                    .entity(recorded.answer()).build();
        });
    }

    private static void requireUsable(String key) {
        if (key != null && !key.matches("[\\x21-\\x7e]{1,128}")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "Idempotency-Key 应为1至128个可见ASCII字符",
                    "Idempotency-Key must be 1 to 128 visible ASCII characters");
        }
    }

    private static RuntimeException problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof IdempotencyConflict) {
            return new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT, "这个 Idempotency-Key 已用于内容不同的请求",
                    "this Idempotency-Key was used for a request with another body");
        }
        if (cause instanceof RecordUnavailable) {
            return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "决定未能写入记录，因此不作答复，请稍后重试",
                    "the decision could not be recorded, so there is no answer; try again later");
        }
        return new IllegalStateException(cause);
    }

    @GET
    @Path("/{id}")
    @Blocking
    public byte[] find(@PathParam("id") String id) {
        return recorded(id);
    }

    @POST
    @Path("/{id}/replay")
    @Blocking
    public byte[] replay(@PathParam("id") String id) {
        return evaluations.replay(id, recorded(id));
    }

    private byte[] recorded(String id) {
        try {
            return log.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的决定",
                    "there is no decision " + id));
        } catch (RecordUnavailable gone) {
            throw problem(gone);
        }
    }
}
