package org.zhunsheng.evaluation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
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

/** Gives an answer only when its record is durable, and finds it again. */
@Singleton
public final class Answers {

    /** Whoever calls is not yet asked who he is: the service listens on loopback only until callers have identities. */
    private static final String CALLER = "local";

    /** What was concluded, of which question, by which rule base. */
    public record Concluded(String question, String policy, String ruleBase, byte[] core, String coreDigest) {
    }

    private final DecisionLog log;
    private final Ids ids;

    Answers(DecisionLog log, Ids ids) {
        this.log = log;
        this.ids = ids;
    }

    public CompletionStage<Response> answer(String place, Concluded concluded, boolean simulate, byte[] body, String key) {
        Instant now = Instant.now();
        if (simulate) {
            byte[] answer = new Answer(null, now, CALLER, true, concluded.coreDigest(), concluded.core()).json();
            return CompletableFuture.completedFuture(Response.ok(answer).build());
        }
        String id = ids.next();
        byte[] answer = new Answer(id, now, CALLER, false, concluded.coreDigest(), concluded.core()).json();
        return log.append(new Entry(id, now, CALLER, concluded.question(), concluded.policy(), concluded.coreDigest(), concluded.ruleBase(),
                Digest.of(body), key, answer)).handle((recorded, failure) -> {
            if (failure != null) {
                throw problem(failure);
            }
            // not Response.created: that completes the address from the request, which the record's thread does not have
            return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, place + recorded.id()).entity(recorded.answer()).build();
        });
    }

    public static LocalDate today() {
        return LocalDate.now(Answer.CHINA);
    }

    public static void requireUsable(String key) {
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

    public byte[] recorded(String id) {
        try {
            return log.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的决定",
                    "there is no decision " + id));
        } catch (RecordUnavailable gone) {
            throw problem(gone);
        }
    }
}
