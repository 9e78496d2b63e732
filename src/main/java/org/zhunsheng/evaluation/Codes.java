package org.zhunsheng.evaluation;

import java.util.Map;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;

/** Reads the code of an activity out of a request's facts, by which directions that share a block are told apart. */
final class Codes {

    private final BlockModel block;
    private final int position;

    Codes(String fact, FactCatalogue catalogue) {
        int dot = fact.indexOf('.');
        this.block = catalogue.block(fact.substring(0, dot));
        this.position = block.position(fact.substring(dot + 1));
        if (position < 0) {
            throw new IllegalStateException("codeFact " + fact + " 不是事实");
        }
    }

    /** The code as it is written, or null. */
    String in(Map<String, Object> facts) {
        Object supplied = facts.get(block.path());
        return supplied == null || !block.value(supplied, position).isValue() ? null : block.value(supplied, position).value().toString();
    }
}
