package org.zhunsheng.wire;

import static org.zhunsheng.wire.ProblemCode.DUPLICATE_KEY;
import static org.zhunsheng.wire.ProblemCode.INVALID_TEXT;
import static org.zhunsheng.wire.ProblemCode.MISSING_FIELD;
import static org.zhunsheng.wire.ProblemCode.TOO_LARGE;
import static org.zhunsheng.wire.ProblemCode.UNKNOWN_FIELD;
import static org.zhunsheng.wire.ProblemCode.WRONG_TYPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.zhunsheng.facts.FactModel;

/** The stream of one request body. What is refused is noted with its place and stepped over, so that reading goes on behind it. */
final class JsonInput {

    /** Reads the value of one member; null where it was refused. */
    interface Member<T> {
        T read(String name) throws IOException;
    }

    private static final int LONGEST_TEXT = 2_000;

    final JsonParser json;
    final Problems problems;

    JsonInput(JsonParser json, Problems problems) {
        this.json = json;
        this.problems = problems;
    }

    /** Where the reader stands; worked out only when something is to be said about it. */
    String pointer() {
        return json.getParsingContext().pathAsPointer().toString();
    }

    <T> T refuse(ProblemCode code, String zh, String en) throws IOException {
        problems.at(pointer(), code, zh, en);
        json.skipChildren();
        return null;
    }

    <T> T refuseDuplicate(String name) throws IOException {
        json.nextToken();
        return refuse(DUPLICATE_KEY, "字段 " + Texts.quoted(name) + " 重复出现", "key " + Texts.quoted(name) + " occurs twice");
    }

    <T> T refuseUnknown(String name, Collection<String> known) throws IOException {
        String nearest = Texts.nearest(name, known);
        String written = Texts.quoted(name);
        return refuse(UNKNOWN_FIELD, "没有名为 " + written + " 的字段" + (nearest == null ? "" : "，是否应为 " + nearest + "？"),
                "there is no field " + written + (nearest == null ? "" : "; did you mean " + nearest + "?"));
    }

    /** The members of the object the reader stands at, in the order written; null where it is no object. */
    <T> Map<String, T> object(String zh, String en, Member<T> member) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return refuse(json.currentToken() == JsonToken.VALUE_NULL ? ProblemCode.NULL_REFUSED : WRONG_TYPE,
                    "“" + zh + "”应为对象，没有内容时请省略", en + " must be an object; leave it out if there is nothing to say");
        }
        Map<String, T> members = new LinkedHashMap<>();
        boolean sound = true;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            if (members.containsKey(name)) {
                refuseDuplicate(name);
                continue;
            }
            json.nextToken();
            T value = member.read(name);
            members.put(name, value);
            sound &= value != null;
        }
        if (!sound) {
            members.values().removeIf(Objects::isNull);
        }
        return members;
    }

    /** One that was there and was refused is not missing as well. */
    void required(Map<String, Object> members, FactModel member) {
        if (members.containsKey(member.name())) {
            return;
        }
        String pointer = pointer() + "/" + member.name();
        if (problems.faults().stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
            problems.at(pointer, MISSING_FIELD, "缺少“" + member.label() + "”(" + member.name() + ")", member.name() + " is required");
        }
    }

    /** Reads the element of a list the reader stands at; null where it was refused. */
    interface Element<T> {
        T read() throws IOException;
    }

    <T> List<T> list(String zh, String en, int most, Element<T> element) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return refuse(json.currentToken() == JsonToken.VALUE_NULL ? ProblemCode.NULL_REFUSED : WRONG_TYPE, "“" + zh + "”应为列表", en + " must be a list");
        }
        List<T> elements = new ArrayList<>();
        for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == most) {
                problems.at(pointer(), TOO_LARGE, "“" + zh + "”超过 " + most + " 项", en + " has more than " + most + " elements");
            }
            T one = i < most ? element.read() : null;
            if (i >= most) {
                json.skipChildren();
            } else if (one != null) {
                elements.add(one);
            }
        }
        return elements;
    }

    /** The text the reader stands at, or null where no text may look like it. */
    String text(String zh, String en) throws IOException {
        String text = json.getText();
        if (text.length() > LONGEST_TEXT) {
            return refuse(TOO_LARGE, "“" + zh + "”超过 " + LONGEST_TEXT + " 个字符", en + " has more than " + LONGEST_TEXT + " characters");
        }
        if (text.isBlank()) {
            return refuse(INVALID_TEXT, "“" + zh + "”是空白文本，未知请省略", en + " is blank; leave it out if it is not known");
        }
        if (Texts.flaw(text) >= 0) {
            return refuse(INVALID_TEXT, "“" + zh + "”含有控制字符或不完整的字符", en + " contains control characters or broken ones");
        }
        return text;
    }
}
