package org.zhunsheng.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways a file may write a day. One column keeps to one of them: 2023/3/4 beside 2023-04-03 has been typed by two hands. */
enum DateStyle {
    CELL("日期单元格", "date cells", null),
    ISO("2023-03-05", "2023-03-05", "(\\d{4})-(\\d{2})-(\\d{2})"),
    SLASH("2023/3/5", "2023/3/5", "(\\d{4})/(\\d{1,2})/(\\d{1,2})"),
    CHINESE("2023年3月5日", "2023年3月5日", "(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

    final String zh;
    final String en;
    private final Pattern pattern;

    DateStyle(String zh, String en, String pattern) {
        this.zh = zh;
        this.en = en;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
    }

    static Optional<DateStyle> of(String text) {
        for (DateStyle style : values()) {
            if (style.pattern != null && style.pattern.matcher(text).matches()) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    /** Nothing where there is no such day. */
    Optional<LocalDate> read(String text) {
        Matcher parts = pattern.matcher(text);
        try {
            return parts.matches() ? Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
