package org.zhunsheng.calendar;

/** A calendar file that cannot be trusted as a whole; skipping the bad line would silently move deadlines. */
public final class MalformedCalendar extends RuntimeException {

    private final String file;
    private final int line;

    MalformedCalendar(String file, int line, String expected) {
        super(file + "第" + line + "行：" + expected);
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /** 1 for the first line; the line that claims a year when it is the year that lacks its holidays. */
    public int line() {
        return line;
    }
}
