package org.zhunsheng.conventions;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The places of a request at which a caller can leave something out: every fact, every judgement, every fact of a list's element. */
final class FactPlaces {

    private FactPlaces() {
    }

    static List<JsonPointer> of(ObjectNode request) {
        List<JsonPointer> places = new ArrayList<>();
        request.path("facts").properties().forEach(block -> collect(block.getValue(), JsonPointer.compile("/facts").appendProperty(block.getKey()),
                places));
        request.path("judgements").properties().forEach(given -> places.add(JsonPointer.compile("/judgements").appendProperty(given.getKey())));
        return places;
    }

    private static void collect(JsonNode at, JsonPointer place, List<JsonPointer> places) {
        if (at.isObject() && !at.has("none")) {
            at.properties().forEach(member -> collect(member.getValue(), place.appendProperty(member.getKey()), places));
        } else {
            places.add(place);
            for (int i = 0; i < at.size() && at.isArray() && at.get(i).isObject(); i++) {
                collect(at.get(i), place.appendIndex(i), places);
            }
        }
    }

    /** As the catalogue and the ledger call it: {@code awardsHistory[].decidedOn}; one year of a yearly figure is the figure. */
    static String path(JsonPointer place) {
        return place.toString().replaceFirst("^/facts/", "").replaceAll("/[0-9]{4}$", "").replaceAll("/[0-9]+(?=/|$)", "[]").replace('/', '.');
    }

    /** Where a request holds what an answer asks for by name, which may be one year of a yearly figure; null inside a list. */
    static JsonPointer named(String name, String policy) {
        if (name.startsWith(policy + "/")) {
            return JsonPointer.compile("/judgements").appendProperty(name);
        }
        return name.contains("[]") ? null : JsonPointer.compile("/facts/" + name.replaceAll("\\[([0-9]{4})]$", "/$1").replace('.', '/'));
    }

    static ObjectNode without(ObjectNode request, Collection<JsonPointer> left) {
        ObjectNode reduced = request.deepCopy();
        for (JsonPointer place : left) {
            if (reduced.at(place.head()) instanceof ObjectNode parent) {
                parent.remove(place.last().getMatchingProperty());
            }
        }
        return reduced;
    }

    /** The same lists in another order. */
    static ObjectNode shuffled(ObjectNode request, Random random) {
        ObjectNode other = request.deepCopy();
        for (JsonPointer place : of(request)) {
            if (other.at(place) instanceof ArrayNode list) {
                List<JsonNode> elements = new ArrayList<>();
                list.forEach(elements::add);
                Collections.shuffle(elements, random);
                list.removeAll().addAll(elements);
            }
        }
        return other;
    }
}
