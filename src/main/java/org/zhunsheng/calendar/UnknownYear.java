package org.zhunsheng.calendar;

/**
 * The calendar holds no notice for a year. Taking Monday to Friday instead was rejected: it would be wrong by up to a
 * week around the holidays, and nobody would see it.
 */
public final class UnknownYear extends RuntimeException {

    private final int year;

    public UnknownYear(int year) {
        super("工作日历未收录" + year + "年，不能推算");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
