package org.zhunsheng.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Every fact any registered case file knows, by the one name it has everywhere. A breach of the conventions stops the start. */
public final class FactCatalogue {

    private final Map<Class<?>, CaseModel> cases = new LinkedHashMap<>();
    private final Map<String, BlockModel> blocks = new LinkedHashMap<>();
    private final Map<String, FactModel> rootFacts = new LinkedHashMap<>();
    private final List<FactModel> facts = new ArrayList<>();

    public FactCatalogue(Collection<Class<? extends CaseFile>> caseFiles) {
        caseFiles.stream().map(CaseModel::new).forEach(this::add);
        blocks.keySet().stream().filter(rootFacts::containsKey).findAny().ifPresent(name -> {
            throw new IllegalStateException(name + " is a block of one case file and a fact of another");
        });
        blocks.values().forEach(block -> block.facts().forEach(this::list));
        rootFacts.values().forEach(this::list);
    }

    private void add(CaseModel model) {
        cases.put(model.type(), model);
        model.blocks().forEach((name, block) -> {
            BlockModel earlier = blocks.putIfAbsent(name, block);
            if (earlier != null && earlier.type() != block.type()) {
                throw new IllegalStateException(name + " is both " + earlier.type() + " and " + block.type());
            }
        });
        model.facts().forEach((name, fact) -> {
            FactModel earlier = rootFacts.putIfAbsent(name, fact);
            if (earlier != null && !earlier.declaredLike(fact)) {
                throw new IllegalStateException(name + " is declared in two ways: " + earlier + " and " + fact);
            }
        });
    }

    private void list(FactModel fact) {
        facts.add(fact);
        if (fact.records() != null) {
            fact.records().facts().forEach(this::list);
        }
    }

    public CaseModel caseOf(Class<? extends CaseFile> type) {
        return cases.get(type);
    }

    /** The block a request calls so, or null. */
    public BlockModel block(String name) {
        return blocks.get(name);
    }

    /** The fact that stands beside the blocks under this name, or null. */
    public FactModel rootFact(String name) {
        return rootFacts.get(name);
    }

    /** Every record of facts, those of lists included. */
    public List<BlockModel> models() {
        return Stream.concat(blocks.values().stream(), facts.stream().map(FactModel::records).filter(Objects::nonNull)).toList();
    }

    /** What a request's facts may be called at the top. */
    public List<String> names() {
        return Stream.concat(blocks.keySet().stream(), rootFacts.keySet().stream()).toList();
    }

    /** Every fact with its path, those of list elements after their list. */
    public List<FactModel> facts() {
        return List.copyOf(facts);
    }
}
