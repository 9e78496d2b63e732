package org.zhunsheng.policy;

import java.util.List;

/**
 * A place that a support takes under a clause, so that two callers can never both hold it: for one unit, or for one content; for as many years
 * as a figure says, or for good where none is named; not taken by the directions that the clause leaves out.
 */
public record Place(String clause, Follows follows, String years, List<String> exceptDirections) {

    public enum Follows { UNIT, CONTENT }

    public Place {
        exceptDirections = exceptDirections == null ? List.of() : exceptDirections;
    }
}
