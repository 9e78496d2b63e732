package org.zhunsheng.proof;

import java.util.List;

/** What came of going through the whole log: how many entries there are, and what in it or behind it was altered. */
public record Inspected(long entries, List<String> altered) {
}
