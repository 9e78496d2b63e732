package org.zhunsheng.conventions;

import static java.util.Map.entry;
import static org.zhunsheng.conventions.InForce.nobody;
import static org.zhunsheng.findings.Truth.MET;
import static org.zhunsheng.findings.Truth.NOT_MET;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Decision;
import org.zhunsheng.evaluation.Outcome;
import org.zhunsheng.findings.Truth;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.rulebase.RuleBase;

/**
 * What the cases reach. A clause must be reached from the case file of its own article or from the worked examples: the clauses on
 * applicants, repetition and credit stand in every application, and would pass for tested without anybody having thought of them. A
 * step of the procedure selects few clauses, and each case on it is about all of them.
 */
@DisplayName("用例覆盖")
class CaseCoverageTest {

    private static final Pattern ARTICLES = Pattern.compile("article_(\\d+)(?:_(\\d+))?_.*");

    /** A row without a condition shows something and refuses nobody. */
    private static final String ONLY_SHOWS = "Shown.leads( holds(), holds(), ";

    /** Rules that no facts can fail, and why. */
    private static final Map<String, String> NEVER_NOT_MET = Map.ofEntries(
            entry("2.c 年度预算余额", "只提示余额，不拒绝"),
            entry("5.1.p1 支持内容", "说明文字只展示，不评判"),
            entry("14.1.p1 期刊名称", "刊名只展示，不评判"),
            entry("13.1.p1 活动类别", "有类别即可，哪一类由13.2判断"),
            entry("16.2 评审已完成", "没有评审完成的事实只是还不知道"),
            entry("16.3.a 已公示", "没有公示的事实只是还不知道"),
            entry("16.3.c 公示期截止日", "只算日期"),
            entry("16.3.c 公示期是否已满", "是否已满决定下一环节，不决定可否"),
            entry("16.4 下一环节", "总有下一环节"),
            entry("5.3.s1 分支机构不是第二个基地", "只说明分支机构不另算"),
            entry("15.3.p1 支持方式", "方式只有一种"),
            entry("s3-1a 市级财政资金", "只指明资金层级"),
            entry("talent_grants T1 15.3.p1 国际人才交流支持上限", "只有上限，没有条件"));

    /** Clauses that no missing fact or judgement can leave open, and why. */
    private static final Map<String, String> NEVER_OPEN = Map.ofEntries(
            entry("2.c", "余额可不填"),
            entry("5.1.p1", "说明可不填"),
            entry("14.1.p1", "刊名可不填"),
            entry("17.s1.x", "支持方向是问题的一部分，总是已知"),
            entry("19.s3", "以往评价可不填"),
            entry("25", "旧文件日期可不填"),
            entry("issue", "没有申报日期时按判断日期"),
            entry("h1", "只指明管理办法"),
            entry("h2", "只指明管理办法"),
            entry("h3", "只指明管理办法"),
            entry("h4", "只指明管理办法"),
            entry("h5", "只指明管理办法"),
            entry("s3-1a", "只指明资金层级"),
            entry("s3-3a", "没有申报日期时按判断日期"));

    /** Verdicts seen in a clause's own cases, by the clause. */
    private static final Map<String, Set<Truth>> CLAUSES = new HashMap<>();
    private static final Map<String, Set<Truth>> RULES = new HashMap<>();
    private static final Set<String> AWARDED = new HashSet<>();
    private static final Map<String, Set<String>> SWITCHED = new HashMap<>();

    @BeforeAll
    static void run() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        for (Case one : Case.all().stream().filter(each -> !each.expect().has("error")).toList()) {
            var evaluated = InForce.EVALUATIONS.evaluate(json.writeValueAsBytes(one.request()));
            one.request().path("readings").properties().forEach(chosen -> SWITCHED.computeIfAbsent(evaluated.policy(), p -> new HashSet<>())
                    .add(chosen.getKey() + " " + chosen.getValue().asText()));
            for (Decision decision : evaluated.decisions()) {
                decision.findings().forEach(found -> look(one, evaluated.policy(), decision, found));
            }
        }
    }

    private static void look(Case one, String policy, Decision decision, Decision.Found found) {
        if (decision.step() == null && !isAbout(one.file(), found.clause().id())) {
            return;
        }
        CLAUSES.computeIfAbsent(policy + "/" + found.clause().id(), c -> new HashSet<>()).add(found.truth());
        if (found.rule() != null) {
            String rule = policy + "/" + found.rule();
            RULES.computeIfAbsent(rule, r -> new HashSet<>()).add(found.truth());
            if (decision.outcome() == Outcome.ELIGIBLE && found.clause().id().equals(decision.tier())) {
                AWARDED.add(rule);
            }
        }
    }

    /** The notice before the first article has its rule, and its cases, with those on applicants. */
    private static boolean isAbout(String file, String clause) {
        Matcher articles = ARTICLES.matcher(file);
        if (!articles.matches()) {
            return true;
        }
        int from = Integer.parseInt(articles.group(1));
        int to = articles.group(2) == null ? from : Integer.parseInt(articles.group(2));
        int article = Integer.parseInt(clause.split("\\.")[0]);
        return article >= from && article <= to || article == 0 && from == 2;
    }

    private static Stream<String> rules(Truth truth) {
        return InForce.all().stream().flatMap(base -> RuleText.in(RuleText.files(base)).stream().filter(RuleText::handsOver)
                .filter(rule -> truth == MET || !rule.condition().contains(ONLY_SHOWS))
                .filter(rule -> !RULES.getOrDefault(base.policy().policy() + "/" + rule.name(), Set.of()).contains(truth)).map(RuleText::name));
    }

    @Test
    @DisplayName("每条规则在自己的用例里满足过")
    void everyRuleMet() {
        nobody("没有满足过的规则", rules(MET));
    }

    @Test
    @DisplayName("每条规则在自己的用例里不满足过")
    void everyRuleNotMet() {
        List<String> never = rules(NOT_MET).toList();
        nobody("没有不满足过的规则", never.stream().filter(rule -> !NEVER_NOT_MET.containsKey(rule)));
        nobody("并非不可能不满足，例外已无必要", NEVER_NOT_MET.keySet().stream().filter(rule -> !never.contains(rule)));
    }

    @Test
    @DisplayName("每个条款在自己的用例里缺过事实或判断")
    void everyClauseOpen() {
        List<String> never = new ArrayList<>();
        for (RuleBase base : InForce.all()) {
            base.policy().clauses().stream().filter(Clause::isLeaf).map(Clause::id).filter(id -> CLAUSES.getOrDefault(
                    base.policy().policy() + "/" + id, Set.of()).stream().allMatch(Truth::isSettled)).forEach(never::add);
        }
        nobody("事实和判断从不缺的条款", never.stream().filter(clause -> !NEVER_OPEN.containsKey(clause)));
        nobody("并非不可能缺，例外已无必要", NEVER_OPEN.keySet().stream().filter(clause -> !never.contains(clause)));
    }

    @Test
    @DisplayName("决策表中每个给出金额的行都定过额")
    void everyRowAwarded() {
        nobody("没有定过额的行", InForce.all().stream().flatMap(base -> RuleText.in(RuleText.generated(base)).stream().filter(RuleText::awards)
                .filter(rule -> !AWARDED.contains(base.policy().policy() + "/" + rule.name())).map(RuleText::name)));
    }

    @Test
    @DisplayName("每个可切换的口径，其每个选项都有用例")
    void everyReadingSwitched() {
        nobody("没有用例的口径选项", InForce.all().stream().flatMap(base -> base.policy().readings().stream().filter(Reading::selectable)
                .flatMap(reading -> reading.choices().stream().map(option -> reading.id() + " " + option.key()))
                .filter(option -> !SWITCHED.getOrDefault(base.policy().policy(), Set.of()).contains(option))));
    }

    @Test
    @DisplayName("文件内用例名称不重复")
    void titles() {
        nobody("重复的用例名称", Case.all().stream().filter(one -> !one.request().has("readings")).collect(Collectors.groupingBy(one -> one.file() + "：" + one.title(), TreeMap::new,
                Collectors.counting())).entrySet().stream().filter(title -> title.getValue() > 1).map(Map.Entry::getKey));
    }
}
