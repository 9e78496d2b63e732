package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.Problems;

/** A recorded core beside the one that comes out when the same is asked again. */
public final class Comparison {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Comparison() {
    }

    /** How a recorded core and the one that came out now differ, if they do. */
    public static byte[] json(String id, String ruleBase, byte[] core, byte[] again) {
        CanonicalJson json = new CanonicalJson().object().name("coreDigest").value(Digest.of(core)).name("differences").array();
        TreeSet<String> differences = new TreeSet<>();
        differences("", tree(core), tree(again), differences);
        differences.forEach(json::value);
        return json.end().name("id").value(id).name("replayedCoreDigest").value(Digest.of(again)).name("ruleBase").value(ruleBase)
                .name("same").value(Arrays.equals(core, again)).end().bytes();
    }

    public static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON pointers to the places that differ; arrays are compared by position, which findings keep. */
    private static void differences(String at, JsonNode one, JsonNode other, TreeSet<String> into) {
        if (one.equals(other)) {
            return;
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> differences(at + "/" + Problems.step(name), one.path(name), other.path(name), into));
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                differences(at + "/" + i, one.get(i), other.get(i), into);
            }
        } else {
            into.add(at);
        }
    }
}
