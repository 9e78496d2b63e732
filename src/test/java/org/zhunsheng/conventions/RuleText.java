package org.zhunsheng.conventions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhunsheng.rulebase.RuleBase;

/** One rule as a reader sees it, without its comments. The engine would tell what it does; conventions are about how it is written. */
record RuleText(String file, String name, String annotations, String condition, String consequence) {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]+)\"([^\\n]*)\\nwhen\\n(.*?)^then\\n(.*?)^end$");
    private static final Pattern COMMENT = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|//[^\\n]*|(?s:/\\*.*?\\*/)");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern ANNOTATION = Pattern.compile("@(\\w+)\\(\"([^\"]*)\"\\)");

    /** Files written by hand, by name. */
    static Map<String, String> written(RuleBase base) {
        Map<String, String> files = new LinkedHashMap<>();
        base.sources().rules().forEach((name, bytes) -> files.put(name, new String(bytes, StandardCharsets.UTF_8)));
        return files;
    }

    /** Files generated from workbooks, by name. */
    static Map<String, String> generated(RuleBase base) {
        return base.tables().drl();
    }

    static Map<String, String> files(RuleBase base) {
        Map<String, String> files = written(base);
        files.putAll(generated(base));
        return files;
    }

    static List<RuleText> in(Map<String, String> files) {
        List<RuleText> rules = new ArrayList<>();
        files.forEach((file, text) -> {
            Matcher rule = RULE.matcher(withoutComments(text));
            while (rule.find()) {
                rules.add(new RuleText(file, rule.group(1), rule.group(2), rule.group(3), rule.group(4)));
            }
        });
        return rules;
    }

    static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
    }

    static String withoutStrings(String text) {
        return STRING.matcher(text).replaceAll("\"\"");
    }

    List<String> annotated(String annotation) {
        return ANNOTATION.matcher(annotations).results().filter(found -> found.group(1).equals(annotation)).map(found -> found.group(2)).toList();
    }

    String clause() {
        return annotated("clause").stream().findFirst().orElse(null);
    }

    boolean handsOver() {
        return consequence.contains("findings.add(");
    }

    boolean awards() {
        return condition.contains("upTo(") || condition.contains("share(");
    }

    Stream<MatchResult> all(Pattern pattern) {
        return pattern.matcher(condition + consequence).results();
    }

    Stream<String> breaking(Predicate<RuleText> convention) {
        return convention.test(this) ? Stream.empty() : Stream.of(toString());
    }

    @Override
    public String toString() {
        return file + "：" + name;
    }
}
