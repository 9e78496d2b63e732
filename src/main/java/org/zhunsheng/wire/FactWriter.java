package org.zhunsheng.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Known;

/** Writes facts back as they were supplied, canonically: what was left out stays out, and the order of the caller cannot show. */
public final class FactWriter {

    private record Member(String name, int position, FactKind kind) {
    }

    private record Sorted(BlockModel model, Member[] members) {
    }

    private final Map<Class<?>, Sorted> blocks = new HashMap<>();

    public FactWriter(FactCatalogue catalogue) {
        for (BlockModel model : catalogue.models()) {
            List<Member> members = new ArrayList<>();
            model.facts().forEach(fact -> members.add(new Member(fact.name(), members.size(), fact.kind())));
            members.sort(Comparator.comparing(Member::name));
            blocks.put(model.type(), new Sorted(model, members.toArray(Member[]::new)));
        }
    }

    public byte[] canonical(EvaluationRequest request) {
        CanonicalJson json = new CanonicalJson();
        write(json, request);
        return json.bytes();
    }

    /** Whether a request only simulates is how it is to be handled and no part of what is asked: the same question, the same bytes. */
    public void write(CanonicalJson json, EvaluationRequest request) {
        json.object();
        member(json, "asOf", request.asOf());
        member(json, "direction", request.direction());
        members(json, "facts", request.facts());
        members(json, "judgements", request.judgements());
        knownAt(json, request.knownAt());
        member(json, "policy", request.policy());
        member(json, "question", request.question());
        members(json, "readings", request.readings());
        if (request.registers() != null) {
            json.name("registers").object().name("code").value(request.registers().code()).name("day").value(request.registers().day().toString()).end();
        }
        member(json, "sensitivity", request.sensitivity() ? true : null);
        member(json, "step", request.step());
        json.end();
    }

    public void write(CanonicalJson json, MatchRequest request) {
        json.object().name("activities").array();
        for (MatchRequest.Activity activity : request.activities()) {
            json.object().name("activity").value(activity.activity());
            members(json, "facts", activity.facts());
            members(json, "judgements", activity.judgements());
            json.end();
        }
        json.end();
        member(json, "asOf", request.asOf());
        members(json, "facts", request.facts());
        members(json, "judgements", request.judgements());
        knownAt(json, request.knownAt());
        members(json, "readings", request.readings());
        if (request.sensitivity()) {
            json.name("sensitivity").value(true);
        }
        json.end();
    }

    private static void knownAt(CanonicalJson json, Instant moment) {
        if (moment != null) {
            json.name("knownAt").value(BeijingTime.of(moment));
        }
    }

    private void member(CanonicalJson json, String name, Object value) {
        if (value != null) {
            write(json.name(name), value);
        }
    }

    private void members(CanonicalJson json, String name, Map<String, ?> members) {
        if (!members.isEmpty()) {
            write(json.name(name), members);
        }
    }

    /** Any value a fact, a figure or an answer may have. */
    public void write(CanonicalJson json, Object value) {
        if (value instanceof Known<?> known) {
            known(json, known);
        } else if (value instanceof Boolean truth) {
            json.value(truth);
        } else if (value instanceof BigDecimal number) {
            json.value(number);
        } else if (value instanceof Integer || value instanceof Long) {
            json.value(((Number) value).longValue());
        } else if (value instanceof Enum<?> constant) {
            json.value(constant.name());
        } else if (value instanceof Iterable<?> list) {
            json.array();
            list.forEach(element -> write(json, element));
            json.end();
        } else if (value instanceof Map<?, ?> map) {
            json.object();
            sorted(map).forEach((name, member) -> write(json.name(name), member));
            json.end();
        } else if (value instanceof Judgement judgement) {
            judgement(json, judgement);
        } else if (value instanceof Record record) {
            block(json, record);
        } else {
            json.value(value.toString());
        }
    }

    private void known(CanonicalJson json, Known<?> known) {
        if (known.isMissing()) {
            throw new IllegalArgumentException(known.name() + " was not supplied and cannot be written");
        }
        if (known.isNone()) {
            json.object().name("none").value(true).end();
        } else {
            write(json, known.value());
        }
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put(name.toString(), value));
        return sorted;
    }

    private void judgement(CanonicalJson json, Judgement judgement) {
        json.object();
        member(json, "by", judgement.by());
        member(json, "on", judgement.on());
        member(json, "reason", judgement.reason());
        member(json, "value", judgement.value());
        json.end();
    }

    private void block(CanonicalJson json, Record block) {
        Sorted sorted = blocks.get(block.getClass());
        if (sorted == null) {
            throw new IllegalArgumentException(block.getClass() + " is no block of facts");
        }
        json.object();
        for (Member member : sorted.members) {
            Known<?> known = sorted.model.value(block, member.position);
            if (known.isValue()) {
                declared(json.name(member.name), member.kind, known.value());
            } else if (known.isNone()) {
                known(json.name(member.name), known);
            }
        }
        json.end();
    }

    /** The hot path: what the record declares need not be asked of the value. */
    private void declared(CanonicalJson json, FactKind kind, Object value) {
        switch (kind) {
            case BOOLEAN -> json.value((Boolean) value);
            case INTEGER -> json.value((Integer) value);
            case DECIMAL, MONEY -> json.value((BigDecimal) value);
            case ENUM -> json.value(((Enum<?>) value).name());
            case DATE, TEXT -> json.value(value.toString());
            default -> write(json, value);
        }
    }
}
