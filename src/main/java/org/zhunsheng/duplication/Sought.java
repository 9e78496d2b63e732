package org.zhunsheng.duplication;

import java.util.Objects;
import org.zhunsheng.similarity.Project;

/**
 * What awards are looked for: those of the unit, those for the content, and those for a project like this one.
 *
 * @param project null where no title is given, and nothing similar is looked for
 */
record Sought(Standing standing, Settled settled, String contentKey, Project project) {

    /** A key is what callers claim, and it is enough until a person says otherwise. */
    boolean sameByKey(Award award) {
        return contentKey != null && Objects.equals(contentKey, award.content().contentKey());
    }

    /** Whether the rules are to see it; all others are at most similar. */
    boolean isHistory(Award award) {
        return standing.all().contains(award.content().subject()) || sameByKey(award) || settled.sameContent(award).orElse(false);
    }

    History.Unit unit(Award award) {
        return settled.unit(standing, award.content().subject());
    }
}
