package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhunsheng.conventions.InForce.nobody;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.rulebase.RuleBase;

@DisplayName("规则的写法")
class RuleTextConventionTest {

    private static final int LONGEST_FILE = 150;
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\b.*$");
    private static final Pattern ALLOWED_IMPORT = Pattern.compile("import (function )?org\\.zhunsheng\\.(facts|findings|calendar)\\.[\\w.]*[\\w*];?");
    private static final Pattern QUALIFIED = Pattern.compile("\\b(java|javax|jakarta|org|com|io|kie)\\.[a-z]\\w*\\.[\\w.]+");
    private static final Set<String> ALLOWED_QUALIFIED = Set.of("org.zhunsheng.findings.Findings", "java.math.BigDecimal");
    private static final Pattern ONE_STATEMENT = Pattern.compile(
            "\\s*(findings\\.add\\( drools\\.getRule\\(\\)\\.getName\\(\\), [^;]+ \\)|insert\\( new [A-Z]\\w*\\([^;]+ \\));\\s*");

    /** Control of the engine, change of facts, the clock, and everything that makes a rule a program. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\b(salience|agenda-group|ruleflow-group|activation-group|auto-focus|no-loop"
            + "|lock-on-active|date-effective|date-expires|duration|timer|enabled|dialect|eval|modify|update|delete|retract|insertLogical|setGlobal|halt"
            + "|query|declare|function void|if|else|for|while|switch|try|return|from|System|Thread|Math|now|today)\\b"
            + "|new Date|new Random|LocalDate\\.now|\\bset[A-Z]\\w*\\(");

    /** Figures stand in tables. 0 and 1 are no figures of the text. */
    private static final Pattern FIGURE = Pattern.compile("(?<![\\w$.])(?:[2-9]|[1-9]\\d+)(?:\\.\\d+)?L?(?![\\w.])|(?<![\\w$])[0-9]+\\.[0-9]+");

    private static Stream<RuleText> rules(Function<RuleBase, Map<String, String>> files) {
        return InForce.all().stream().flatMap(base -> RuleText.in(files.apply(base)).stream());
    }

    private static Stream<Map.Entry<String, String>> files(Function<RuleBase, Map<String, String>> files) {
        return InForce.all().stream().flatMap(base -> files.apply(base).entrySet().stream());
    }

    @Test
    @DisplayName("每条规则都被这里的检查读到")
    void everyRuleIsRead() {
        for (RuleBase base : InForce.all()) {
            long compiled = base.rules().getKiePackages().stream().mapToLong(in -> in.getRules().size()).sum();
            assertEquals(compiled, RuleText.in(RuleText.files(base)).size(), "规则应写作 rule \"…\" @clause(\"…\") / when / then / end，各占一行");
        }
    }

    @Test
    @DisplayName("只引入事实、结论和日历")
    void imports() {
        nobody("不允许的引入", files(RuleText::files).flatMap(file -> IMPORT.matcher(file.getValue()).results()
                .map(found -> found.group().strip()).filter(line -> !ALLOWED_IMPORT.matcher(line).matches()).map(line -> file.getKey() + "：" + line)));
        nobody("引入之外写全名的类", files(RuleText::files).flatMap(file -> QUALIFIED.matcher(IMPORT.matcher(bare(file.getValue())).replaceAll(""))
                .results().map(found -> found.group()).filter(name -> !ALLOWED_QUALIFIED.contains(name)).map(name -> file.getKey() + "：" + name)));
    }

    @Test
    @DisplayName("唯一的全局变量是只写的结论")
    void globals() {
        Pattern global = Pattern.compile("(?m)^global .*$");
        nobody("应只有一个全局变量 findings", files(RuleText::files).filter(file -> !global.matcher(file.getValue()).results()
                .map(found -> found.group().strip()).toList().equals(List.of("global org.zhunsheng.findings.Findings findings")))
                .map(Map.Entry::getKey));
    }

    @Test
    @DisplayName("结果部分只有一句：交出结论，或插入供另一条规则匹配的事实")
    void oneStatement() {
        nobody("结果部分不止一句，或不是交出结论", rules(RuleText::files).flatMap(rule -> rule.breaking(
                each -> ONE_STATEMENT.matcher(each.consequence()).matches())));
    }

    @Test
    @DisplayName("不用顺序控制，不改事实，不看时钟，没有分支和循环")
    void nothingForbidden() {
        nobody("不允许的写法", files(RuleText::files).flatMap(file -> FORBIDDEN.matcher(bare(file.getValue())).results()
                .map(found -> file.getKey() + "：" + found.group())));
    }

    @Test
    @DisplayName("交出结论的规则恰有一个 @clause，手写规则以条款号开头，生成的规则名中有条款号")
    void clauses() {
        nobody("交出结论而没有或不止一个 @clause", rules(RuleText::files).flatMap(rule -> rule.breaking(
                each -> each.annotated("clause").size() == (each.handsOver() || each.consequence().contains("Countable(") ? 1 : 0))));
        nobody("规则名应以条款号开头", rules(RuleText::written).filter(rule -> rule.clause() != null).flatMap(rule -> rule.breaking(
                each -> each.name().startsWith(each.clause() + " "))));
        nobody("生成的规则名中没有条款号", rules(RuleText::generated).flatMap(rule -> rule.breaking(
                each -> Stream.of(each.name().split(" ")).anyMatch(each.clause()::equals))));
    }

    @Test
    @DisplayName("生成的规则注明单元格和行，手写的不注明")
    void places() {
        nobody("缺少 @place 或 @row", rules(RuleText::generated).flatMap(rule -> rule.breaking(
                each -> each.annotated("place").size() == 1 && each.annotated("row").size() == 1)));
        nobody("手写规则没有单元格", rules(RuleText::written).flatMap(rule -> rule.breaking(
                each -> each.annotated("place").isEmpty() && each.annotated("row").isEmpty())));
    }

    @Test
    @DisplayName("手写规则中没有数值：数值在决策表里")
    void figures() {
        nobody("规则中的数值", rules(RuleText::written).flatMap(rule -> FIGURE.matcher(RuleText.withoutStrings(rule.condition() + rule.consequence()))
                .results().map(found -> rule + "：" + found.group())));
    }

    @Test
    @DisplayName("手写文件不超过一百五十行")
    void length() {
        nobody("过长的文件", files(RuleText::written).filter(file -> file.getValue().lines().count() > LONGEST_FILE)
                .map(file -> file.getKey() + "：" + file.getValue().lines().count() + " 行"));
    }

    private static String bare(String text) {
        return RuleText.withoutStrings(RuleText.withoutComments(text));
    }
}
