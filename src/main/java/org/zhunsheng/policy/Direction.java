package org.zhunsheng.policy;

import java.util.List;

/**
 * A support direction or item: its clause, the block of facts that speaks of it, and the clause that fixes its mode of payment. Where several
 * share a block, {@code codes} are the activities each speaks of, {@code uncoded} those that speak of what has no code as well, as directions
 * without codes do anyhow. {@code responsible} is the unit that answers for it.
 */
public record Direction(String id, String clause, String block, Compose mode, String zh, String en, List<String> codes, boolean uncoded,
                        Policy.Text responsible) {

    public Direction {
        mode = mode == null ? new Compose.All(List.of()) : mode;
        codes = codes == null ? List.of() : codes;
        uncoded = uncoded || codes.isEmpty();
    }
}
