package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.rulebase.RuleBase;

/** Every figure with a unit in the official text stands in a table or a rule of its article, or is listed as deliberately left out. */
@DisplayName("原文中的数字")
class FigureCheckTest {

    private static final Path TEXTS = Path.of("../shared/policies/texts");
    private static final Pattern FIGURE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(个工作日|平方米|万平方米|万元|人次|元|%|家|年|个月|项|名|个|天|人|次|件|篇|场|位|月|日|号|万)");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.\"])[0-9]+(?:\\.[0-9]+)?(?![\\w\"])");
    private static final String NUMERALS = "零一二三四五六七八九十";

    private record Written(String policy, int article, String figure) {
    }

    private static JsonNode list;

    @BeforeAll
    static void read() throws IOException {
        list = new YAMLMapper().readTree(FigureCheckTest.class.getResourceAsStream("/figures.yaml"));
    }

    @TestFactory
    @DisplayName("各在其条")
    Stream<DynamicTest> figures() {
        assumeTrue(Files.isDirectory(TEXTS), "没有 " + TEXTS + "，跳过与原文的对照");
        return InForce.BASES.all().stream().filter(base -> list.get("division").has(base.policy().policy()))
                .map(base -> DynamicTest.dynamicTest(base.policy().number(), () -> {
                    Map<Integer, Set<BigDecimal>> coded = coded(base);
                    List<Written> missing = written(base.policy().policy()).stream()
                            .filter(one -> coded.containsKey(one.article) && !leftOut().contains(one)
                                    && values(one.figure).stream().noneMatch(coded.get(one.article)::contains)).toList();
                    assertEquals(List.of(), missing);
                }));
    }

    @Test
    @DisplayName("不编入的清单没有多余的：原文有它，规则没有它")
    void listIsNeeded() throws IOException {
        assumeTrue(Files.isDirectory(TEXTS), "没有 " + TEXTS + "，跳过与原文的对照");
        List<Written> needless = new ArrayList<>(leftOut());
        for (RuleBase base : InForce.BASES.all()) {
            if (list.get("division").has(base.policy().policy())) {
                Map<Integer, Set<BigDecimal>> coded = coded(base);
                written(base.policy().policy()).stream().filter(one -> !coded.containsKey(one.article)
                        || values(one.figure).stream().noneMatch(coded.get(one.article)::contains)).forEach(needless::remove);
            }
        }
        needless.removeIf(one -> InForce.BASES.inForce(one.policy).isEmpty());
        assertEquals(List.of(), needless);
    }

    private static Set<Written> leftOut() {
        Set<Written> leftOut = new HashSet<>();
        list.get("not_coded").forEach(one -> leftOut.add(new Written(one.get("policy").asText(), one.get("article").asInt(), one.get("figure").asText())));
        return leftOut;
    }

    private static Set<Written> written(String policy) throws IOException {
        String text = Files.readString(TEXTS.resolve(policy + ".txt"));
        Matcher heading = Pattern.compile(list.get("division").get(policy).asText()).matcher(text);
        Set<Written> written = new LinkedHashSet<>();
        int article = 0;
        int from = 0;
        boolean more = heading.find();
        while (more) {
            article = number(heading.group(1));
            from = heading.end();
            more = heading.find();
            int of = article;
            FIGURE.matcher(text.substring(from, more ? heading.start() : text.length())).results()
                    .forEach(found -> written.add(new Written(policy, of, found.group(1) + found.group(2))));
        }
        return written;
    }

    private static int number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Integer.parseInt(written);
        }
        int ten = written.indexOf('十');
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : NUMERALS.indexOf(written.charAt(0));
        String ones = written.substring(ten + 1);
        return tens * 10 + (ones.isEmpty() ? 0 : NUMERALS.indexOf(ones.charAt(0)));
    }

    /** Rules hold yuan and square metres, and a year may stand as its months. */
    private static List<BigDecimal> values(String figure) {
        Matcher parts = FIGURE.matcher(figure);
        parts.matches();
        BigDecimal plain = new BigDecimal(parts.group(1)).stripTrailingZeros();
        return parts.group(2).startsWith("万") ? List.of(plain.multiply(BigDecimal.valueOf(10_000)).stripTrailingZeros()) : List.of(plain);
    }

    private static Map<Integer, Set<BigDecimal>> coded(RuleBase base) {
        Map<Integer, Set<BigDecimal>> coded = new TreeMap<>();
        for (RuleText rule : RuleText.in(RuleText.files(base))) {
            rule.annotated("clause").forEach(clause -> NUMBER.matcher(RuleText.withoutStrings(rule.condition())).results()
                    .forEach(found -> add(coded, clause, new BigDecimal(found.group()))));
        }
        base.figures().byClause().forEach((clause, figure) -> add(coded, clause, figure));
        return coded;
    }

    private static void add(Map<Integer, Set<BigDecimal>> coded, String clause, BigDecimal figure) {
        String root = clause.split("[.#]")[0];
        if (root.matches("[0-9]+")) {
            coded.computeIfAbsent(Integer.valueOf(root), article -> new TreeSet<>()).add(figure.stripTrailingZeros());
        }
    }
}
