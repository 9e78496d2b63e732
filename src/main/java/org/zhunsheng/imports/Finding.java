package org.zhunsheng.imports;

/**
 * Something to tell of a file.
 *
 * @param line    as a spreadsheet counts; 0 where it concerns the whole file
 * @param heading of the column, or null where it concerns the whole row or file
 * @param refused whether the row, or the file, is refused for it; what was normalised is only told
 */
public record Finding(int line, String heading, boolean refused, String zh, String en) {

    public static Finding refusal(int line, String heading, String zh, String en) {
        return new Finding(line, heading, true, zh, en);
    }

    public static Finding remark(int line, String heading, String zh, String en) {
        return new Finding(line, heading, false, zh, en);
    }

    static Finding ofFile(String zh, String en) {
        return refusal(0, null, zh, en);
    }
}
