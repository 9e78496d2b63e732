package org.zhunsheng.conventions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.zhunsheng.conventions.InForce.nobody;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Clause.Status;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.rulebase.RuleBase;

@DisplayName("台账与规则、决策表互相对应")
class LedgerConventionTest {

    /** How many ids the inventory of each document has, for whoever builds where the inventories are not. */
    private static final Map<String, Integer> CLAUSES = Map.of("jkf_2022_9", 222, "jkgf_2025_69", 114, "jkf_2022_4", 111, "zkyf_2020_43", 118,
            "jjg_2022_8", 102, "cross_policy", 23);
    private static final Set<String> BY_HEADINGS = Set.of("jkgf_2025_69", "jjg_2022_8");
    private static final Path INVENTORIES = Path.of("..", "shared", "policies");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static Stream<RuleBase> bases() {
        return InForce.all().stream();
    }

    private static Stream<Policy> policies() {
        return bases().map(RuleBase::policy);
    }

    @Test
    @DisplayName("条款数与清单相同")
    void count() {
        assertEquals(CLAUSES, policies().collect(Collectors.toMap(Policy::policy, policy -> policy.clauses().size())));
    }

    @Test
    @DisplayName("文件之间的条款所指的出处都在所指的文件里")
    void homes() {
        Set<String> known = policies().flatMap(policy -> policy.clauses().stream().map(clause -> policy.policy() + "/" + clause.id())).collect(Collectors.toSet());
        nobody("指向没有的条款", policies().flatMap(policy -> policy.clauses().stream()).flatMap(clause -> clause.home().stream().filter(home -> !known.contains(home))
                .map(home -> clause.id() + " → " + home)));
    }

    @Test
    @DisplayName("条款号与清单逐一相同，只有清单写作I的条款可以是 information")
    void inventory() throws IOException {
        assumeTrue(Files.isDirectory(INVENTORIES), "没有 " + INVENTORIES + "，跳过与条款清单的对照");
        for (Policy policy : policies().toList()) {
            if (policy.between()) {
                betweenTheDocuments(policy);
                continue;
            }
            if (BY_HEADINGS.contains(policy.policy())) {
                againstHeadings(policy, Files.readString(INVENTORIES.resolve(policy.policy() + ".md")));
                continue;
            }
            Map<String, String> inventory = inventory(policy.policy());
            nobody("清单中有而台账没有的条款", inventory.keySet().stream().filter(id -> policy.clause(id).isEmpty()));
            nobody("台账中有而清单没有的条款", clauses(policy, clause -> !inventory.containsKey(clause.id())
                    && inventory.keySet().stream().noneMatch(whole -> REFINED.contains(policy.policy()) && clause.isPartOf(whole))));
            nobody("清单不是I而台账写作 information", clauses(policy, clause -> clause.status() == Status.INFORMATION
                    && !inventory.get(clause.id()).equals("I") && !clause.id().equals(NOTICE)));
        }
    }

    /** What stands between the documents is numbered there as R and P; readings that no document numbers (–) stand in one of the ledgers. */
    private static void betweenTheDocuments(Policy policy) throws IOException {
        String text = Files.readString(INVENTORIES.resolve("cross_document.md"));
        Set<String> inventory = rows(text, "[RP][0-9]+");
        nobody("清单中有而台账没有的条款", inventory.stream().filter(id -> policy.clause(id).isEmpty()));
        nobody("台账中有而清单没有的条款", clauses(policy, clause -> !inventory.contains(clause.id()) && !clause.id().equals(OWN)));
        nobody("没有一份台账有的口径", rows(text, "INT-[0-9]+(?= .*\\| – \\|\\R)").stream().filter(id -> policies().noneMatch(each -> each.reading(id).isPresent())));
    }

    private static Set<String> rows(String text, String id) {
        return Pattern.compile("(?m)^\\| (" + id + ") \\|").matcher(text).results().map(row -> row.group(1)).collect(Collectors.toSet());
    }

    /** An inventory of headings ({@code ### `policy/8.1.1` — …}) with limbs in lists below: none of it is left out, only groups are added. */
    private static void againstHeadings(Policy policy, String text) {
        Pattern own = Pattern.compile("(?m)^### .*$|^- `[0-9a-z.]+`");
        Pattern id = Pattern.compile("`(?:" + policy.policy() + ")?/?([0-9][0-9a-z.]*)`");
        Set<String> ledger = policy.clauses().stream().map(Clause::id).collect(Collectors.toSet());
        nobody(policy.policy() + " 清单有而台账没有的条款", own.matcher(text).results().flatMap(line -> id.matcher(line.group()).results())
                .map(found -> found.group(1)).filter(each -> !ledger.contains(each)));
        nobody("台账有而清单没有的条款", clauses(policy, clause -> clause.status() != Status.COMPOSED
                && !Pattern.compile("(?<![\\w.])" + Pattern.quote(clause.id()) + "(?![\\w])").matcher(text).find()
                && !text.contains("`" + clause.id().replaceFirst(".*\\.(s[0-9]+\\.)", "$1") + "`")));
        nobody("清单不含I而台账写作 information", clauses(policy, clause -> clause.status() == Status.INFORMATION
                && !decided(policy.policy(), clause.id(), text).contains("I") && !isListedAsInformation(policy.policy(), clause.id(), text)));
    }

    /** In a list the kind stands behind the id; a line that only names the responsible unit (.r) decides nothing and bears no kind. */
    private static boolean isListedAsInformation(String policy, String clause, String text) {
        return clause.endsWith(".r") || Pattern.compile("`(?:" + policy + ")?/?" + Pattern.quote(clause) + "`(?:[^`]|`/)*?\\*\\*I\\*\\*").matcher(text).find();
    }

    /** How the heading that speaks of a clause, alone or among others of its article, says it is decided. */
    private static String decided(String policy, String clause, String text) {
        for (String part : List.of(clause, clause.split("\\.")[0] + ".")) {
            Matcher found = Pattern.compile("(?ms)^### [^\\n]*`(?:" + policy + ")?/" + Pattern.quote(part) + "[^#]*?\\*\\*([MJI+/]+)\\*\\*").matcher(text);
            if (found.find()) {
                return found.group(1);
            }
        }
        return "";
    }

    /** Inventories that list whole measures; the ledger splits them into the activities they name. */
    private static final Set<String> REFINED = Set.of("jkf_2022_4", "zkyf_2020_43");
    /** That a document with a bar of its own is asked first. */
    private static final String OWN = "own";
    /** What a notice says of itself stands at the head of the ledger. */
    private static final String NOTICE = "issue";

    /** Id and kind of decision of every row: {@code | `jkf_2022_9/6.2.1` | eligibility | M | …}, or of every heading. */
    private static Map<String, String> inventory(String policy) throws IOException {
        Pattern line = Pattern.compile("(?m)^\\| `" + policy + "/([^`]+)` \\|[^|]*\\| *([^| ]+) *\\|");
        String text = Files.readString(INVENTORIES.resolve(policy + ".md"));
        Map<String, String> rows = new LinkedHashMap<>();
        if (REFINED.contains(policy)) {
            Pattern.compile("(?m)^#{3} `" + policy + "/([^`]+)`(?=(.*\\R.*))|^\\| `/([ha]\\d)`").matcher(text).results().forEach(found -> rows.merge(
                    found.group(1) != null ? found.group(1) : found.group(3), found.group(1) == null
                            || found.group(2).contains("Decidability:** I") || found.group(2).contains("principle, I") || found.group(2).contains("safeguard, I")
                                    ? "I" : "M", (one, other) -> one));
            return rows;
        }
        line.matcher(text.substring(text.indexOf("\n## Inventory"))).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    @Test
    @DisplayName("跨文件清单说与某文件的口径相同的编号，是那份文件的别名")
    void aliases() throws IOException {
        assumeTrue(Files.isDirectory(INVENTORIES), "没有 " + INVENTORIES + "，跳过与跨文件清单的对照");
        Pattern row = Pattern.compile("(?m)^\\| (INT-\\d+) \\|.*\\| ([^|]+) \\|$");
        Map<String, String> same = row.matcher(Files.readString(INVENTORIES.resolve("cross_document.md"))).results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        nobody("不是别名的编号", policies().flatMap(policy -> same.entrySet().stream()
                .filter(key -> policy.readings().stream().anyMatch(reading -> List.of(key.getValue().split(", ")).contains(reading.id())))
                .filter(key -> policy.reading(key.getKey()).filter(reading -> key.getValue().contains(reading.id())).isEmpty())
                .map(key -> policy.policy() + " " + key)));
    }

    @Test
    @DisplayName("给人看的文字都不空，中文的有汉字，英文的有字母")
    void texts() {
        nobody("空白或语言不对的文字", policies().flatMap(policy -> Stream.of(
                policy.clauses().stream().flatMap(clause -> Stream.of(
                        wrong(clause.id() + " 摘要", clause.zh(), clause.en()),
                        clause.remedy() == null ? wrong(clause.id() + " why", clause.why(), "I")
                                : wrong(clause.id() + " remedy", clause.remedy().zh(), clause.remedy().en())).flatMap(s -> s)),
                policy.readings().stream().flatMap(reading -> Stream.concat(Stream.of(
                        wrong(reading.id(), reading.zh(), reading.en()), wrong(reading.id() + " why", reading.why(), "I"),
                        reading.selectable() ? Stream.<String>empty() : wrong(reading.id() + " fixedBecause", reading.fixedBecause(), "I")),
                        Stream.concat(Stream.of(reading.standard()), reading.alternatives().stream())
                                .map(option -> wrong(reading.id() + " " + option.key(), option.zh(), option.en()))).flatMap(s -> s)),
                policy.directions().stream().flatMap(direction -> wrong(direction.id(), direction.zh(), direction.en())),
                wrong("title", policy.title().zh(), policy.title().en()), wrong("issuer", policy.issuer().zh(), policy.issuer().en()))
                .flatMap(s -> s).map(offender -> policy.policy() + "/" + offender)));
    }

    private static Stream<String> wrong(String where, String zh, String en) {
        boolean right = zh != null && HAN.matcher(zh).find() && en != null && en.matches("(?s).*[A-Za-z].*");
        return right ? Stream.empty() : Stream.of(where + "：" + zh + " / " + en);
    }

    @Test
    @DisplayName("每个可判定的条款都有规则：table 的来自决策表，rule 和 judgement 的来自手写规则")
    void everyLeafHasARule() {
        nobody("没有规则的条款", bases().flatMap(base -> clauses(base.policy(), clause -> clause.isLeaf() && base.behind(clause.id()).stream()
                .noneMatch(rule -> (rule.place() != null) == (clause.status() == Status.TABLE)))));
    }

    @Test
    @DisplayName("判断条款的规则确实交人判断，只有它们和 rule、table 有判断点")
    void judgementsAreJudged() {
        nobody("写作 judgement 而规则不问人", bases().flatMap(base -> {
            Set<String> judged = RuleText.in(RuleText.files(base)).stream().filter(rule -> rule.condition().contains("judgements, \""))
                    .map(RuleText::clause).collect(Collectors.toSet());
            return clauses(base.policy(), clause -> clause.status() == Status.JUDGEMENT && !judged.contains(clause.id()));
        }));
        nobody("没有规则却有判断点", policies().flatMap(policy -> clauses(policy, clause -> !clause.isLeaf() && !clause.judgements().isEmpty())));
    }

    @Test
    @DisplayName("规则只判定可判定的条款；组合条款只有决策表的行可以给出金额")
    void noRuleBesideTheLedger() {
        nobody("判定台账中没有或不可判定的条款", bases().flatMap(base -> RuleText.in(RuleText.files(base)).stream()
                .filter(rule -> rule.clause() != null).filter(rule -> {
                    Clause clause = base.policy().clause(rule.clause()).orElse(null);
                    boolean tier = clause != null && clause.status() == Status.COMPOSED && !rule.annotated("place").isEmpty() && rule.awards();
                    return clause == null || !clause.isLeaf() && !tier;
                }).map(RuleText::toString)));
    }

    @Test
    @DisplayName("每个条款都在某个问题里，或属于可以不问的条款")
    void selected() {
        nobody("没有问题会选中的条款", bases().flatMap(base -> {
            Set<String> selected = Questions.of(base.policy()).stream().flatMap(question -> question.selection().clauses().stream())
                    .map(Clause::id).collect(Collectors.toSet());
            return clauses(base.policy(), clause -> clause.isLeaf() && !selected.contains(clause.id()));
        }));
    }

    @Test
    @DisplayName("每个 @place 指向存在的文件、工作表和有内容的单元格")
    void places() throws IOException {
        for (RuleBase base : InForce.all()) {
            Map<String, Workbook> books = new HashMap<>();
            for (Map.Entry<String, byte[]> file : base.sources().tables().entrySet()) {
                if (file.getKey().endsWith(".xlsx")) {
                    books.put(file.getKey(), new XSSFWorkbook(new ByteArrayInputStream(file.getValue())));
                }
            }
            nobody("指向空处的 @place", RuleText.in(RuleText.generated(base)).stream().flatMap(rule -> rule.annotated("place").stream()
                    .filter(place -> !filled(books, place)).map(place -> rule + " → " + place)));
        }
    }

    private static boolean filled(Map<String, Workbook> books, String place) {
        List<String> parts = List.of(place.split("!"));
        Workbook book = parts.size() == 3 ? books.get(parts.get(0)) : null;
        Sheet sheet = book == null ? null : book.getSheet(parts.get(1));
        CellReference at = sheet == null ? null : new CellReference(parts.get(2));
        Row row = at == null ? null : sheet.getRow(at.getRow());
        Cell cell = row == null ? null : row.getCell(at.getCol());
        return cell != null && cell.getCellType() != CellType.BLANK;
    }

    private static Stream<String> clauses(Policy policy, Predicate<Clause> offending) {
        return policy.clauses().stream().filter(offending).map(clause -> policy.policy() + "/" + clause.id());
    }
}
