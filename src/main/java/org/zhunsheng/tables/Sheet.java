package org.zhunsheng.tables;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/** The literals of one sheet by row and column, both from 0; blank cells are left out. What is hidden is there, and nobody would see it. */
public record Sheet(String name, NavigableMap<Integer, NavigableMap<Integer, Literal>> rows, List<CellRangeAddress> merged, boolean hidden,
                    TreeSet<Integer> hiddenRows, TreeSet<Integer> hiddenColumns) {

    Literal at(int row, int column) {
        return rows.getOrDefault(row, new TreeMap<>()).get(column);
    }

    /** The first row whose column A says so; -1 without one. */
    int rowHeaded(String text) {
        return rows.keySet().stream().filter(row -> at(row, 0) != null && text.equals(at(row, 0).value())).findFirst().orElse(-1);
    }

    int lastRow() {
        return rows.isEmpty() ? -1 : rows.lastKey();
    }

    static String address(int row, int column) {
        return new CellReference(row, column).formatAsString(false);
    }
}
