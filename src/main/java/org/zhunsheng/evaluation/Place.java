package org.zhunsheng.evaluation;

import java.util.Map;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;

/** Where a fact stands that others than the caller can answer. */
record Place(BlockModel block, int position) {

    static Place of(String fact, FactCatalogue catalogue) {
        int dot = fact.indexOf('.');
        BlockModel block = dot < 0 ? null : catalogue.block(fact.substring(0, dot));
        if (block == null || block.position(fact.substring(dot + 1)) < 0) {
            throw new IllegalStateException("不是事实：" + fact);
        }
        return new Place(block, block.position(fact.substring(dot + 1)));
    }

    Known<?> in(Map<String, Object> facts) {
        return block.value(facts.getOrDefault(block.path(), block.missing()), position);
    }

    void put(Object value, Map<String, Object> facts) {
        Known<?>[] values = new Known<?>[block.facts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == position ? block.facts().get(i).of(value) : new Place(block, i).in(facts);
        }
        facts.put(block.path(), block.of(values));
    }
}
