package org.zhunsheng.editions;

import org.zhunsheng.rulebase.Sources;

/** A workbook of decision tables by the document it belongs to and the name of its file. */
record TableId(String policy, String workbook) implements Comparable<TableId> {

    private static final String ENDING = ".xlsx";

    /** As it stands in addresses; null where nothing can be called so. */
    static TableId read(String written) {
        int dot = written.indexOf('.');
        return dot < 1 || dot == written.length() - 1 ? null : new TableId(written.substring(0, dot), written.substring(dot + 1));
    }

    static TableId of(String policy, String file) {
        return new TableId(policy, file.substring(0, file.length() - ENDING.length()));
    }

    static boolean isWorkbook(String file) {
        return file.endsWith(ENDING);
    }

    String file() {
        return workbook + ENDING;
    }

    /** The workbook as it stands among these; null where there is none. */
    byte[] in(Sources sources) {
        return sources.tables().get(file());
    }

    @Override
    public int compareTo(TableId other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return policy + "." + workbook;
    }
}
