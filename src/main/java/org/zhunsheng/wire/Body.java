package org.zhunsheng.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Opens the body of a request for whoever knows what should stand in it, and sees that nothing stands behind. */
final class Body {

    /** A hundred times the largest request anybody should send. */
    static final int LARGEST = 1 << 20;

    private static final int DEEPEST = 16;

    /** Names are bounded by their own limit; numbers are looked at as text and never built before they are counted. */
    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(256)
                    .maxNumberLength(LARGEST).build()).build();

    /** Reads the value at which the input stands; null where it was refused. */
    interface Content<T> {
        T read(JsonInput in) throws IOException;
    }

    private Body() {
    }

    /** What was refused is null or absent in the result, and raising it is left to the caller; a body without end is raised here. */
    static <T> T read(byte[] body, Problems problems, Content<T> content) {
        if (body.length > LARGEST) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "请求体超过 1 MB", "the body has more than 1 MB");
        }
        try (JsonParser json = JSON.createParser(body)) {
            return read(json, problems, content);
        } catch (IOException unreadableInMemory) {
            throw new IllegalStateException(unreadableInMemory);
        }
    }

    private static <T> T read(JsonParser json, Problems problems, Content<T> content) throws IOException {
        JsonInput in = new JsonInput(json, problems);
        try {
            if (json.nextToken() == null) {
                throw new ProblemException(ProblemCode.EMPTY_BODY, "请求体为空，应为 JSON 对象", "the body is empty; a JSON object is expected");
            }
            T request = content.read(in);
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
