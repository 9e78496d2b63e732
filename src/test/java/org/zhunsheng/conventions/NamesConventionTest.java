package org.zhunsheng.conventions;

import static org.zhunsheng.conventions.InForce.nobody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.FactKind;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.policy.Compose;
import org.zhunsheng.policy.Deadline;
import org.zhunsheng.policy.Direction;
import org.zhunsheng.policy.Plan;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.rulebase.RuleBase;

@DisplayName("规则和代码里的名字台账里都有，反过来也是")
class NamesConventionTest {

    private static final Pattern POINT = Pattern.compile("\\bjudgements,\\s*\"([^\"]+)\"(?:,\\s*\"([A-Z_]+)\")?");
    private static final Pattern POINT_OF_COLUMN = Pattern.compile("\\b(?:grade|judged|point): *\"([^\"]+)\"");
    private static final Pattern READING = Pattern.compile("\"((?:A|A[0-9]+-|INT-)[0-9]+)\",\\s*\"([A-Z0-9_]+)\"(?:,\\s*\"([A-Z0-9_]+)\")?");
    private static final Pattern READING_OF_COLUMN = Pattern.compile("\\breading: *((?:A|A[0-9]+-|INT-)[0-9]+), accept: *(\\w+), reject: *(\\w+)");
    /** A band names the reading that takes its upper end in; the option is the operator's. */
    private static final Pattern BAND_END = Pattern.compile("\\bband\\([^;]*?readings, \"(A[0-9]+(?:-[0-9]+)?)\" \\)");
    private static final Pattern DIRECTION = Pattern.compile("\\bdirection(?:\\(\\))? *(?:\\)|[!=]=)?,? *\"([A-Z0-9_]+)\"");
    private static final Pattern STEP = Pattern.compile("\\bstep *[!=]= *\"([A-Z_]+)\"");
    private static final Pattern POLICY = Pattern.compile("\\.policy,\\s*\"([^\"]+)\"");
    private static final Pattern FIGURE = Pattern.compile("figures(?:\\(\\))?\\.(?:whole|at)\\( ?\"([^\"]+)\"(?:, *\"([^\"]+)\")? ?\\)");

    /** All that is executed under a policy as text: rules by hand, rules from tables, the dictionary of columns. */
    private static String rules(RuleBase base) {
        return RuleText.files(base).values().stream().map(RuleText::withoutComments).collect(Collectors.joining("\n"));
    }

    private static String columns(RuleBase base) {
        return new String(base.sources().tables().get("columns.yaml"), StandardCharsets.UTF_8);
    }

    private static final String JAVA = java();

    private static String java() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder text = new StringBuilder();
            for (Path file : (Iterable<Path>) files.filter(path -> path.toString().endsWith(".java"))::iterator) {
                text.append(RuleText.withoutComments(Files.readString(file)));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<MatchResult> found(Pattern pattern, String... texts) {
        return Stream.of(texts).flatMap(text -> pattern.matcher(text).results());
    }

    /** What one side has and the other has not, said both ways. */
    private static void same(RuleBase base, String what, Set<String> used, Set<String> declared) {
        String policy = base.policy().policy();
        nobody(policy + " 用到而台账或决策表中没有的" + what, used.stream().filter(name -> !declared.contains(name)));
        nobody(policy + " 已登记而没有用到的" + what, declared.stream().filter(name -> !used.contains(name)));
    }

    @Test
    @DisplayName("判断点")
    void points() {
        for (RuleBase base : InForce.all()) {
            Map<String, List<String>> scales = base.policy().scales();
            Set<String> used = found(POINT, rules(base)).map(use -> use.group(1)).collect(Collectors.toCollection(TreeSet::new));
            found(POINT_OF_COLUMN, columns(base)).forEach(use -> used.add(use.group(1)));
            same(base, "判断点", used, scales.keySet());
            nobody("判断点没有这个等级", found(POINT, rules(base)).filter(use -> use.group(2) != null
                    && !scales.getOrDefault(use.group(1), List.of()).contains(use.group(2))).map(use -> use.group(1) + " " + use.group(2)));
            nobody("判断点在两个条款登记", base.policy().clauses().stream().flatMap(clause -> clause.judgements().keySet().stream())
                    .collect(Collectors.groupingBy(point -> point, TreeMap::new, Collectors.counting())).entrySet().stream()
                    .filter(point -> point.getValue() > 1).map(Map.Entry::getKey));
        }
    }

    @Test
    @DisplayName("解释口径：用到的选项都可由请求选择，可选择的选项都有地方用到")
    void readings() {
        for (RuleBase base : InForce.all()) {
            Set<String> selectable = selectable(base.policy()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> used = Stream.concat(found(READING, rules(base)), found(READING_OF_COLUMN, columns(base)))
                    .flatMap(NamesConventionTest::options).collect(Collectors.toCollection(TreeSet::new));
            found(BAND_END, rules(base)).forEach(use -> used.add(use.group(1) + " UPPER_END_IN"));
            composed(base.policy()).filter(Compose.Under.class::isInstance).map(Compose.Under.class::cast)
                    .forEach(under -> under.options().keySet().forEach(option -> used.add(under.reading() + " " + option)));
            found(READING, JAVA).flatMap(NamesConventionTest::options).filter(selectable::contains).forEach(used::add);
            Optional.ofNullable(base.policy().endsUnder()).ifPresent(ends -> used.add(ends.reading() + " " + ends.option()));
            same(base, "口径选项", used, selectable);
        }
    }

    @Test
    @DisplayName("Java 用到的口径选项，都有一份文件可以选择")
    void readingsOfJava() {
        Set<String> selectable = InForce.all().stream().flatMap(base -> selectable(base.policy())).collect(Collectors.toSet());
        nobody("没有文件可以选择的口径选项", found(READING, JAVA).flatMap(NamesConventionTest::options).filter(option -> !selectable.contains(option)));
    }

    private static Stream<String> selectable(Policy policy) {
        return policy.readings().stream().flatMap(reading -> reading.choices().stream()
                .map(option -> reading.id() + " " + option.key()));
    }

    private static Stream<String> options(MatchResult use) {
        return Stream.of(2, 3).filter(group -> use.group(group) != null).map(group -> use.group(1) + " " + use.group(group));
    }

    private static Stream<Compose> composed(Policy policy) {
        return policy.clauses().stream().filter(clause -> clause.compose() != null).flatMap(clause -> parts(clause.compose()));
    }

    private static Stream<Compose> parts(Compose compose) {
        return Stream.concat(Stream.of(compose), compose.parts().stream().flatMap(NamesConventionTest::parts));
    }

    @Test
    @DisplayName("规则点名的口径，其条款在台账里也写明；口径涉及的条款也是")
    void readingsOfClauses() {
        for (RuleBase base : InForce.all()) {
            Policy policy = base.policy();
            nobody("规则用到口径而条款没有写明", RuleText.in(RuleText.files(base)).stream().filter(rule -> rule.clause() != null)
                    .flatMap(rule -> rule.all(READING).map(use -> use.group(1))
                            .filter(id -> !policy.clause(rule.clause()).orElseThrow().readings().contains(id)).map(id -> rule.clause() + " " + id)));
            nobody("口径写了条款，条款没有写口径", policy.readings().stream().flatMap(reading -> reading.clauses().stream()
                    .filter(clause -> !policy.clause(clause).orElseThrow().readings().contains(reading.id()))
                    .map(clause -> clause + " " + reading.id())));
        }
    }

    @Test
    @DisplayName("支持方向、环节和文件")
    void directionsStepsPolicies() {
        for (RuleBase base : InForce.all()) {
            Policy policy = base.policy();
            same(base, "支持方向", names(found(DIRECTION, rules(base))),
                    policy.directions().stream().map(Direction::id).collect(Collectors.toSet()));
            Set<String> steps = policy.questions().stream().map(Plan::step).filter(step -> step != null).collect(Collectors.toSet());
            nobody("规则提到而台账没有的环节", names(found(STEP, rules(base))).stream().filter(step -> !steps.contains(step)));
            nobody("规则提到而没有的文件", names(found(POLICY, rules(base))).stream().filter(id -> InForce.BASES.inForce(id).isEmpty()));
        }
    }

    private static Set<String> names(Stream<MatchResult> found) {
        return found.map(use -> use.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("期限表中的数值")
    void figures() {
        for (RuleBase base : InForce.all()) {
            Set<String> figures = base.figures().byClause().keySet();
            Set<String> used = figures(rules(base)).collect(Collectors.toCollection(TreeSet::new));
            figures(JAVA).filter(figures::contains).forEach(used::add);
            // handed over as a whole, of which a fact picks its own: "worth( figures, "4.a" … )"
            found(Pattern.compile("\\bfigures, \"([^\"]+)\""), rules(base)).forEach(use -> figures.stream()
                    .filter(figure -> figure.startsWith(use.group(1) + "#")).forEach(used::add));
            same(base, "期限数值", used, figures);
        }
    }

    private static Stream<String> figures(String text) {
        return found(FIGURE, text).map(use -> use.group(1) + (use.group(2) == null ? "" : "#" + use.group(2)));
    }

    @Test
    @DisplayName("期限：数值在期限表中，起算日是日期，所用口径是其条款的口径；年度通知的截止日也是日期")
    void deadlines() {
        Map<String, FactKind> kinds = InForce.BASES.catalogue().facts().stream().collect(Collectors.toMap(FactModel::path, FactModel::kind, (a, b) -> a));
        for (RuleBase base : InForce.all()) {
            Policy policy = base.policy();
            nobody("期限没有数值", policy.deadlines().stream().filter(each -> each.figure() != null
                    && !base.figures().byClause().containsKey(each.figure())).map(Deadline::kind));
            nobody("期限的起算日不是日期，按公历年数的也不是年份", policy.deadlines().stream().flatMap(each -> Stream.concat(Stream.of(each.fact()),
                    each.under().stream().map(Deadline.Variant::fact).filter(Objects::nonNull)).filter(fact -> kinds.get(fact) != FactKind.DATE
                            && !(each.unit() == Deadline.Unit.CALENDAR_YEARS && kinds.get(fact) == FactKind.INTEGER))));
            nobody("期限的口径，条款没有写", policy.deadlines().stream().flatMap(each -> each.readings().stream()
                    .filter(id -> !policy.clause(each.clause()).orElseThrow().readings().contains(id)).map(id -> each.kind() + " " + id)));
            nobody("年度通知提供的不是日期，或不是是否", Stream.ofNullable(policy.annualGuide()).flatMap(guide -> Stream.of(
                    guide.closingDay() == null || kinds.get(guide.closingDay()) == FactKind.DATE ? null : guide.closingDay(),
                    guide.published() == null || kinds.get(guide.published()) == FactKind.BOOLEAN ? null : guide.published())).filter(Objects::nonNull));
        }
    }

    private static String figure(MatchResult use) {
        return use.group(1) + (use.group(2) == null ? "" : "#" + use.group(2));
    }

    private static boolean holds(RuleBase base, String figure) {
        return base.figures().byClause().containsKey(figure);
    }

    @Test
    @DisplayName("可不填的事实都是事实")
    void optionalFacts() {
        Set<String> facts = InForce.BASES.catalogue().facts().stream().map(FactModel::path).collect(Collectors.toSet());
        nobody("台账写作 optional 而不存在的事实", InForce.all().stream().flatMap(base -> base.policy().clauses().stream())
                .flatMap(clause -> clause.optional().stream().filter(fact -> !facts.contains(fact)).map(fact -> clause.id() + " " + fact)));
    }
}
