package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong in one workbook. */
final class Problems {

    private final String file;
    private final List<CellError> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void at(String sheet, String cell, String read, String expected) {
        found.add(new CellError(file, sheet, cell, read, expected));
    }

    void at(Sheet sheet, int row, int column, String expected) {
        Literal read = sheet.at(row, column);
        at(sheet.name(), Sheet.address(row, column), read == null ? "" : read.shown(), expected);
    }

    void inFile(String read, String expected) {
        at("", "", read, expected);
    }

    List<CellError> found() {
        return found;
    }
}
