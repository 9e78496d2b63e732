package org.zhunsheng.tables;

import java.util.List;
import java.util.Map;

/**
 * Something wrong with a table as a whole. Its examples are applicants, by heading, on whom the table was asked and showed it.
 *
 * @param rows by 规则编号
 * @param place of the first of the rows; empty where it is not one row
 * @param proposed a row that would mend it, by heading; empty where none is to be added
 */
public record Flaw(Kind kind, String table, List<String> rows, List<String> columns, String place, String detail, String english,
                   List<Map<String, String>> examples, Map<String, String> proposed) {

    public enum Kind {
        GAP("缺口"), WRITTEN_GAP("字面上的缺口"), OVERLAP("重叠"), MASKED("被遮住的行"), UNREACHABLE("不可能成立的行"), DUPLICATE("重复的行"),
        DEAD_COLUMN("不起作用的列"), AMOUNT_ORDER("金额次序"), THRESHOLD_ORDER("门槛次序"), CAP("超过原文上限"), NOT_CHECKED("未能检查");

        private final String zh;

        Kind(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /** Of a kind, and of the examples of one. */
    static final int MOST_SHOWN = 20;
}
