package org.zhunsheng.tables;

/** One filled cell of a row: its heading, where it stands, what its author wrote, and what it demands (nothing, where it is a result). */
public record Cell(String heading, String place, String shown, Condition condition) {
}
