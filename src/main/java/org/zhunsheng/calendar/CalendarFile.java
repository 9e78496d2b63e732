package org.zhunsheng.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One reading of a calendar file. The years held are those the version line claims, not those that occur in the entries:
 * the New Year holiday of an unheld year can begin on 31 December, and would otherwise make that whole year look known.
 */
final class CalendarFile {

    private static final String VERSION_KEY = "# 版本";
    private static final Pattern VERSION = Pattern.compile(VERSION_KEY + ": ((\\d{4})-(\\d{4})/\\d+)");
    private static final String VERSION_EXPECTED = "应为「" + VERSION_KEY + ": 首年-末年/修订号」";
    private static final String DAY_OFF = "休";
    private static final String MAKE_UP = "班";

    private final String name;
    private int line;
    private String version;
    private int versionLine;
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<LocalDate, Boolean> worksByNotice = new HashMap<>();
    private final Map<LocalDate, Integer> lineOf = new HashMap<>();

    private CalendarFile(String name) {
        this.name = name;
    }

    static WorkingDays parse(String name, byte[] bytes) {
        CalendarFile file = new CalendarFile(name);
        for (String text : file.decode(bytes).lines().toList()) {
            file.line++;
            file.take(text);
        }
        file.requireComplete();
        return new WorkingDays(file.version, sha256(bytes), file.years, file.worksByNotice);
    }

    private void take(String text) {
        if (text.startsWith(VERSION_KEY)) {
            takeVersion(text);
        } else if (!text.startsWith("#")) {
            takeEntry(text);
        }
    }

    private void takeVersion(String text) {
        Matcher found = VERSION.matcher(text);
        require(found.matches(), VERSION_EXPECTED + "，实为「" + text + "」");
        require(version == null, "版本只应写一次，第" + versionLine + "行已写明");
        int first = Integer.parseInt(found.group(2));
        int last = Integer.parseInt(found.group(3));
        require(first <= last, "版本的首年应不晚于末年，实为「" + text + "」");
        version = found.group(1);
        versionLine = line;
        IntStream.rangeClosed(first, last).forEach(years::add);
    }

    private void takeEntry(String text) {
        require(version != null, "条目之前" + VERSION_EXPECTED);
        String[] fields = text.split(",", -1);
        require(fields.length == 4 && !fields[3].isBlank(),
                "应为「起日,止日,休,节日名」或「上班日,,班,节日名」，实为「" + text + "」");
        LocalDate from = date(fields[0]);
        switch (fields[2]) {
            case DAY_OFF -> takeHoliday(from, date(fields[1]));
            case MAKE_UP -> takeMakeUpDay(from, fields[1]);
            default -> throw malformed("第三栏应为「休」或「班」，实为「" + fields[2] + "」");
        }
    }

    private void takeHoliday(LocalDate from, LocalDate to) {
        require(!to.isBefore(from), "止日应不早于起日" + from + "，实为" + to);
        from.datesUntil(to.plusDays(1)).forEach(day -> arrange(day, false));
    }

    /** A make-up day on a weekday changes nothing and is always a slip of the pen, so it is refused, not ignored. */
    private void takeMakeUpDay(LocalDate day, String end) {
        require(end.isEmpty(), "调休上班日逐日填写，第二栏应为空，实为「" + end + "」");
        require(WorkingDays.isWeekend(day), "调休上班日应为周六或周日，" + day + "不是");
        arrange(day, true);
    }

    /** Overlaps are refused even where both entries agree: two lines for one day mean that one of them was mistyped. */
    private void arrange(LocalDate day, boolean works) {
        require(years.contains(day.getYear()), "日期应在版本写明的" + years.first() + "年至" + years.last() + "年之内，实为" + day);
        Integer earlier = lineOf.putIfAbsent(day, line);
        require(earlier == null, "条目不应重叠，" + day + "已见于第" + earlier + "行");
        worksByNotice.put(day, works);
    }

    private void requireComplete() {
        if (version == null) {
            line++;
            throw malformed("文件已到末尾，" + VERSION_EXPECTED);
        }
        TreeSet<Integer> withoutHoliday = new TreeSet<>(years);
        worksByNotice.forEach((day, works) -> {
            if (!works) {
                withoutHoliday.remove(day.getYear());
            }
        });
        line = versionLine;
        require(withoutHoliday.isEmpty(), "版本写明的每一年都应有放假日，缺" + withoutHoliday + "年");
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw malformed("应为形如2022-01-01的日期，实为「" + text + "」");
        }
    }

    /** Strict on purpose: a file saved in GBK would otherwise pass with names of replacement characters. */
    private String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            line = 1;
            throw malformed("文件应为UTF-8编码");
        }
    }

    private void require(boolean met, String expected) {
        if (!met) {
            throw malformed(expected);
        }
    }

    private MalformedCalendar malformed(String expected) {
        return new MalformedCalendar(name, line, expected);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
