package org.zhunsheng.evaluation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Entry;
import org.zhunsheng.record.IdempotencyConflict;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.Judged;
import org.zhunsheng.record.Keys;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.Recorded;
import org.zhunsheng.record.Reliance;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.JudgementRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Gives an answer only when its record is durable, and finds it again. */
@Singleton
public final class Answers {

    /** What was concluded, of which question, by which rule base. */
    public record Concluded(String question, String policy, String ruleBase, byte[] core, String coreDigest, Reliance reliance) {
    }

    private final DecisionLog log;
    private final Ids ids;
    private final Caller caller;

    Answers(DecisionLog log, Ids ids, Caller caller) {
        this.log = log;
        this.ids = ids;
        this.caller = caller;
    }

    public CompletionStage<Response> answer(AnswerKind kind, Concluded concluded, boolean simulate, byte[] body, String key) {
        Instant now = now();
        String by = caller.name();
        if (simulate) {
            return CompletableFuture.completedFuture(Response.ok(answer(null, now, by, null, concluded)).build());
        }
        String id = ids.next();
        return answered(kind, log.append(entry(id, now, by, concluded, body, key, answer(id, now, by, null, concluded))));
    }

    /** A decision that follows from a judgement, in one transaction with it. */
    public CompletionStage<Response> answer(AnswerKind kind, Concluded concluded, JudgementRequest judged, byte[] body, String key) {
        Instant now = now();
        String by = caller.name();
        String judgement = ids.next();
        String id = ids.next();
        return answered(kind, log.append(entry(id, now, by, concluded, body, key, new byte[0]), new Judged(judgement, judged.decision(), judged.point(),
                judged.judgement(), earlier -> answer(id, now, by, new Answer.Follows(judged.decision(), judgement, earlier), concluded))));
    }

    /** As exact as it is written, so that record and answer agree. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] answer(String id, Instant time, String by, Answer.Follows follows, Concluded concluded) {
        return new Answer(id, time, by, id == null, follows, concluded.coreDigest(), concluded.core()).json();
    }

    private static Entry entry(String id, Instant time, String by, Concluded concluded, byte[] body, String key, byte[] answer) {
        return new Entry(id, time, by, concluded.question(), concluded.policy(), concluded.coreDigest(), concluded.ruleBase(), Digest.of(body),
                key, answer, concluded.reliance());
    }

    private static CompletionStage<Response> answered(AnswerKind kind, CompletionStage<Recorded> appended) {
        return appended.handle((recorded, failure) -> {
            if (failure != null) {
                throw problem(failure);
            }
            // not Response.created: that completes the address from the request, which the record's thread does not have
            return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, kind.place() + recorded.id()).entity(recorded.answer()).build();
        });
    }

    public static LocalDate today() {
        return LocalDate.now(BeijingTime.ZONE);
    }

    public static void requireUsable(String key) {
        Keys.requireUsable(key);
    }

    private static RuntimeException problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof IdempotencyConflict) {
            return new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT, "这个 Idempotency-Key 已用于内容不同的请求",
                    "this Idempotency-Key was used for a request with another body");
        }
        return cause instanceof RecordUnavailable ? unavailable() : new IllegalStateException(cause);
    }

    public static ProblemException unavailable() {
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "决定未能写入记录，因此不作答复，请稍后重试",
                "the decision could not be recorded, so there is no answer; try again later");
    }

    /** Of whatever kind. */
    public byte[] recorded(String id) {
        return visible(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的决定", "there is no decision " + id));
    }

    public byte[] recorded(AnswerKind kind, String id) {
        return visible(id).filter(kind::isOf).orElseThrow(() -> kind.missing(id));
    }

    /** Whose decision it is not does not learn that it exists. */
    private Optional<byte[]> visible(String id) {
        try {
            return log.find(id).filter(answer -> caller.maySee(Answer.text(answer, "caller")));
        } catch (RecordUnavailable gone) {
            throw problem(gone);
        }
    }
}
