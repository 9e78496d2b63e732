package org.zhunsheng.facts;

import java.util.ArrayList;
import java.util.List;

/** A case between the documents: supports of which is asked whether they may stand beside each other. */
public record StackingCase(
        Question question, String direction, String step, Readings readings, Judgements judgements,
        @Fact("要一并得到的各项支持") Known<List<Support>> supports) implements CaseFile {

    /** Every support by itself, and every two in both orders: which of them came first is for the rules to ask. */
    @Override
    public List<Object> parts() {
        List<Object> parts = new ArrayList<>();
        List<Support> all = supports.isValue() ? supports.value() : List.of();
        for (Support one : all) {
            parts.add(new DependentSupport(this, one));
            all.stream().filter(other -> other != one).forEach(other -> parts.add(new SupportPair(this, one, other)));
        }
        return parts;
    }
}
