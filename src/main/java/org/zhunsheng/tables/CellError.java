package org.zhunsheng.tables;

/** One thing a workbook cannot be accepted with: where it stands, what was read there, and what is allowed there. */
public record CellError(String file, String sheet, String cell, String read, String expected) {

    @Override
    public String toString() {
        return file + (sheet.isEmpty() ? "" : "「" + sheet + "」") + cell + "：读到「" + read + "」，" + expected;
    }
}
