package org.zhunsheng.pages;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhunsheng.wire.Language;

/** What codes are called, and how figures are written, in one language. A code without a name of its own is shown as it stands. */
public record Wording(Language language) {

    private record Words(String zh, String en) {
    }

    /** One line a code: what it is called in Chinese and in English. */
    private static final Map<String, Words> WORDS = Html.resource("words.txt").lines().map(line -> line.split("\\|"))
            .collect(Collectors.toMap(line -> line[0], line -> new Words(line[1], line[2])));

    public String say(String zh, String en) {
        return language.choose(zh, en);
    }

    public String name(String code) {
        Words words = WORDS.get(code);
        return words == null ? code : say(words.zh, words.en);
    }

    /** A fact's source that is a judgement, apart from a verdict that waits for one. */
    public String judged() {
        return say("人工判断", "judgement");
    }

    public static String number(BigDecimal number) {
        String plain = number.stripTrailingZeros().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = point - 3; at > (plain.startsWith("-") ? 1 : 0); at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }

    public String yuan(BigDecimal amount) {
        return say(number(amount) + "元", "CNY " + number(amount));
    }

    /** Units are written in Chinese in the facts; a reader of English gets those that have a name there. */
    public String unit(String unit) {
        return language == Language.ZH ? unit : switch (unit) {
            case "元" -> "CNY";
            case "万元" -> "CNY 10,000";
            case "平方米" -> "m²";
            case "年" -> "years";
            case "人" -> "people";
            case "天" -> "days";
            case "个月" -> "months";
            default -> unit.chars().allMatch(c -> c < 0x80) ? unit : "";
        };
    }

    public String measured(BigDecimal number, String unit) {
        String written = unit(unit);
        return number(number) + (written.isEmpty() ? "" : language == Language.ZH || written.equals("%") ? written : " " + written);
    }

    public String days(long count) {
        return say(count + "天", count + (count == 1 ? " day" : " days"));
    }

    public String comma() {
        return say("、", ", ");
    }

    public String colon() {
        return say("：", ": ");
    }
}
