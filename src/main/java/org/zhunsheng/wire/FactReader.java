package org.zhunsheng.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.zhunsheng.facts.FactCatalogue;

/**
 * Reads requests strictly: whatever is not exactly what the facts declare is refused, all at once and each with its place.
 * Streaming instead of data binding, because binding to records would take longer than the decision and guess more than a grant allows.
 */
public final class FactReader {

    /** A hundred times the largest request anybody should send. */
    public static final int LARGEST_BODY = 1 << 20;

    private static final int DEEPEST = 16;

    /** Names are bounded by their own limit; numbers are looked at as text and never built before they are counted. */
    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(256)
                    .maxNumberLength(LARGEST_BODY).build()).build();

    private final FactCatalogue catalogue;
    private final Contradictions contradictions;

    public FactReader(FactCatalogue catalogue) {
        this.catalogue = catalogue;
        this.contradictions = new Contradictions(catalogue);
    }

    public EvaluationRequest read(byte[] body) {
        Problems problems = new Problems();
        EvaluationRequest request = read(body, problems);
        problems.raise();
        return request;
    }

    /**
     * Reads and leaves raising to the caller, who may have more to say about the names in the request. What was refused is null or absent
     * in the result. A body that cannot be read to its end is raised here.
     */
    public EvaluationRequest read(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::request);
    }

    /** The same for a profile that is held against every document. */
    public MatchRequest readMatch(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::match);
    }

    /** And for a judgement on a recorded decision. */
    public JudgementRequest readJudgement(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::judged);
    }

    /** And for the notice of a year. */
    public GuideRequest readGuide(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::guide);
    }

    /** And for a question about a period. */
    public DeadlineRequest readDeadline(byte[] body, Problems problems) {
        return read(body, problems, RequestReader::deadline);
    }

    private interface Whole<T> {
        T read(RequestReader reader) throws IOException;
    }

    private <T> T read(byte[] body, Problems problems, Whole<T> whole) {
        if (body.length > LARGEST_BODY) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "请求体超过 1 MB", "the body has more than 1 MB");
        }
        try (JsonParser json = JSON.createParser(body)) {
            return read(json, problems, whole);
        } catch (IOException unreadableInMemory) {
            throw new IllegalStateException(unreadableInMemory);
        }
    }

    private <T> T read(JsonParser json, Problems problems, Whole<T> whole) throws IOException {
        JsonInput in = new JsonInput(json, problems);
        try {
            if (json.nextToken() == null) {
                throw new ProblemException(ProblemCode.EMPTY_BODY, "请求体为空，应为 JSON 对象", "the body is empty; a JSON object is expected");
            }
            T request = whole.read(new RequestReader(in, catalogue, contradictions));
            if (json.nextToken() != null) {
                problems.at("", ProblemCode.MALFORMED_JSON, "请求体末尾有多余内容", "there is something behind the end of the request");
            }
            return request;
        } catch (StreamConstraintsException excessive) {
            boolean deep = json.getParsingContext().getNestingDepth() >= DEEPEST;
            problems.at(in.pointer(), deep ? ProblemCode.TOO_DEEP : ProblemCode.TOO_LARGE,
                    deep ? "嵌套超过 " + DEEPEST + " 层" : "字段名过长", deep ? "nested more than " + DEEPEST + " deep" : "a name is too long");
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            problems.at(in.pointer(), ProblemCode.MALFORMED_JSON, "第 " + at.getLineNr() + " 行第 " + at.getColumnNr() + " 列起不是有效的 JSON",
                    "not well-formed JSON from line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
        problems.raise();
        return null;
    }
}
