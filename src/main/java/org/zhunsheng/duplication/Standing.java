package org.zhunsheng.duplication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The unit that asks: the subjects whose awards are its own, and those of which nobody says whether they are. */
record Standing(Set<String> same, Set<String> uncertain) {

    History.Unit of(String subject) {
        return same.contains(subject) ? History.Unit.SAME : uncertain.contains(subject) ? History.Unit.UNCERTAIN : History.Unit.OTHER;
    }

    List<String> all() {
        List<String> all = new ArrayList<>(same);
        all.addAll(uncertain);
        return all;
    }
}
