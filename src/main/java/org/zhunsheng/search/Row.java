package org.zhunsheng.search;

/** A row of a decision table, as an auditor names it: the cells of one rule stand in one row. */
final class Row {

    private Row() {
    }

    /** park_tiers.xlsx!档次!C4 is in park_tiers.xlsx!档次!4 */
    static String of(String cell) {
        return cell.replaceFirst("![A-Z]{1,3}(\\d+)$", "!$1");
    }
}
