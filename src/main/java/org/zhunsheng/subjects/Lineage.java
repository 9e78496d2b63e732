package org.zhunsheng.subjects;

import java.util.Set;

/**
 * Whose earlier awards may count as a unit's own. The documents say 同一单位 and leave open what becomes of it in mergers and splits (A54
 * asks only for the legal person). Read here: a unit answers for those that were merged into it, since it takes over their rights and
 * duties as a whole; and who asks in the name of a unit that was merged by then asks for what it was merged into. Whether a part is "the same unit" as the whole it was split from, and the other way round, nobody says: a person
 * must judge.
 *
 * @param same      the unit itself, other subjects that turned out to be this unit, and what it was merged into, and what was merged into any of these
 * @param uncertain those between which and the unit there lies a split, before or after; parts of one whole are not each other's whole
 */
public record Lineage(Set<String> same, Set<String> uncertain) {
}
