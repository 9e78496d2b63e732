package org.zhunsheng.wire;

import static org.zhunsheng.wire.ProblemCode.NONE_NOT_ADMITTED;
import static org.zhunsheng.wire.ProblemCode.OUT_OF_RANGE;
import static org.zhunsheng.wire.ProblemCode.TOO_LARGE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;

/** Reads blocks of facts into their records, and what may stand in a fact: a scalar, a list, amounts by year, or "known to be none". */
final class BlockReader {

    private static final int LONGEST_LIST = 1_000;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2100;

    private final JsonInput in;
    private final JsonParser json;
    private final ValueReader values;
    private final Contradictions contradictions;

    BlockReader(JsonInput in, Contradictions contradictions) {
        this.in = in;
        this.json = in.json;
        this.values = new ValueReader(in);
        this.contradictions = contradictions;
    }

    /** The hot path: an array instead of a map, because blocks are where a request's fields are. */
    Object block(BlockModel model) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            ProblemCode code = json.currentToken() == JsonToken.VALUE_NULL ? ProblemCode.NULL_REFUSED : ProblemCode.WRONG_TYPE;
            return in.refuse(code, "“" + model.path() + "”应为对象，没有这组事实时请省略",
                    model.path() + " must be an object; leave it out if none of its facts is known");
        }
        List<FactModel> facts = model.facts();
        Known<?>[] known = new Known<?>[facts.size()];
        boolean[] seen = new boolean[facts.size()];
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            int position = model.position(name);
            if (position >= 0 && seen[position]) {
                in.refuseDuplicate(name);
                continue;
            }
            json.nextToken();
            if (position < 0) {
                in.refuseUnknown(name, model.positions().keySet());
                continue;
            }
            seen[position] = true;
            known[position] = fact(facts.get(position));
        }
        contradictions.check(model, known, in::pointer, in.problems);
        return model.of(known);
    }

    /** The fact whose value the reader stands at, or null where it was refused. */
    Known<?> fact(FactModel fact) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT && fact.kind() != FactKind.YEAR_MAP) {
            return none(fact);
        }
        Object value = token == JsonToken.START_OBJECT ? years(fact)
                : token == JsonToken.START_ARRAY && fact.kind() == FactKind.LIST ? list(fact) : values.scalar(fact, fact.kind());
        return value == null ? null : fact.of(value);
    }

    private List<Object> list(FactModel fact) throws IOException {
        List<Object> elements = new ArrayList<>();
        boolean sound = true;
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (++count > LONGEST_LIST) {
                json.skipChildren();
                continue;
            }
            Object element = fact.element() == FactKind.RECORD ? block(fact.records()) : values.scalar(fact, fact.element());
            sound &= element != null && elements.add(element);
        }
        if (count > LONGEST_LIST) {
            return in.refuse(TOO_LARGE, "“" + fact.label() + "”超过 " + LONGEST_LIST + " 项",
                    fact.path() + " has more than " + LONGEST_LIST + " elements");
        }
        return sound ? Collections.unmodifiableList(elements) : null;
    }

    /** {@code {"none": true}} and nothing else. */
    private Known<?> none(FactModel fact) throws IOException {
        int members = 0;
        boolean none = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            none = json.nextToken() == JsonToken.VALUE_TRUE && name.equals("none") && members++ == 0;
            json.skipChildren();
        }
        if (!none) {
            return values.mismatch(fact, fact.kind());
        }
        return fact.admitsNone() ? fact.knownNone() : notNone(fact);
    }

    private <T> T notNone(FactModel fact) throws IOException {
        return in.refuse(NONE_NOT_ADMITTED, "“" + fact.label() + "”不能写 {\"none\": true}，未知请省略",
                fact.path() + " cannot be none; leave it out if it is not known");
    }

    private Map<Integer, Number> years(FactModel fact) throws IOException {
        Map<String, Number> written = in.object(fact.label(), fact.path(), year -> amount(fact, year));
        Map<Integer, Number> years = new TreeMap<>();
        written.forEach((year, amount) -> years.put(Integer.valueOf(year), amount));
        return Collections.unmodifiableMap(years);
    }

    private Number amount(FactModel fact, String name) throws IOException {
        if (name.equals("none")) {
            return notNone(fact);
        }
        int year = name.matches("[0-9]{4}") ? Integer.parseInt(name) : 0;
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return in.refuse(OUT_OF_RANGE, "“" + fact.label() + "”的键应为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 的年份",
                    fact.path() + " must have years from " + FIRST_YEAR + " to " + LAST_YEAR + " as keys");
        }
        return (Number) values.scalar(fact, fact.element());
    }
}
