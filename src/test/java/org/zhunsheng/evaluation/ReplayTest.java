package org.zhunsheng.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

@DisplayName("重算：按当时的、现在的或一份草案的规则集")
class ReplayTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final String POLICY = "jjg_2022_8";
    private static final String RULES = "rules-drl/jjg_2022_8/items_01_06_research.drl";
    private static final String FACTS = """
            "application":{"submittedOn":"2023-03-15"},
            "applicant":{"entityType":"COMPANY_WITHOUT_HIGH_TECH_CERTIFICATE","establishedOn":"2015-05-20","adverseRecords":[]},"areaStanding":
            {"registeredInYizhuang":true,"paysTaxInYizhuang":true,"inYizhuangStatistics":true,"commitsToContinueOperating":true,
            "superiorPolicyOverrides":false},"earlierAreaSupport":[]""";
    private static final String TASK = """
            "strategicTask":{"undertakesBaicaixinProject":true,"rdInvestmentYuan":100000000,"undertakesExceptionalTask":false}""";
    private static final String QUESTION = """
            {"policy":"jjg_2022_8","question":"SUPPORT","direction":"STRATEGIC_TASK","facts":{%s,%s}}""".formatted(FACTS, TASK);
    private static final String PROFILE = """
            {"facts":{%s},"activities":[{"activity":"专项","facts":{%s}}]}""".formatted(FACTS, TASK);
    private static final List<String> CHANGES = List.of("OUTCOME  ELIGIBLE NEEDS_JUDGEMENT", "TIER  1.a -", "AMOUNT 1.a/capYuan 50000000 12000000",
            "AMOUNT 1.a/ceilingYuan 50000000 12000000", "AMOUNT amountRange/fromYuan - 12000000", "AMOUNT maxAmountYuan 50000000 -",
            "CLAUSE 1 MET JUDGEMENT", "CLAUSE 1.b NOT_MET JUDGEMENT", "JUDGEMENT jjg_2022_8/1.b - NEEDED");
    private static String draft;
    private static byte[] answer;

    /** A draft in which one clause is capped lower and another asks for something else. */
    @BeforeAll
    static void compile() {
        RuleBase base = BASES.inForce(POLICY).orElseThrow();
        TreeMap<String, byte[]> files = new TreeMap<>(base.sources().files());
        String rules = new String(files.get(RULES), UTF_8);
        files.put(RULES, rules.replace("figures.at( \"1.a\", \"CAP\" )", "new java.math.BigDecimal( 12000000 )")
                .replace("found( strategicTask.undertakesExceptionalTask )", "found( strategicTask.undertakesBaicaixinProject )").getBytes(UTF_8));
        Sources sources = new Sources(POLICY, files);
        draft = sources.digest(Compiler.engine());
        byte[] compiled = Compiler.compile(sources);
        BASES.keepEarlierIn(digest -> digest.equals(draft) ? Optional.of(new RuleBases.EarlierBases.Kept(POLICY, Compiler.engine(), sources.zip(), compiled))
                : Optional.empty());
        Evaluations.Evaluated evaluated = EVALUATIONS.evaluate(QUESTION.getBytes(UTF_8));
        answer = new Answer("一", Instant.EPOCH, "甲", false, null, evaluated.coreDigest(), evaluated.core()).json();
    }

    private static Replay replay(String under) {
        return Replay.of(EVALUATIONS, "一", answer, Under.of(under, BASES));
    }

    /** What differs, what it was and what it would be. */
    private static List<String> changes(Replay replay) {
        return StreamSupport.stream(Comparison.tree(replay.json()).get("changes").spliterator(), false).map(change -> change.path("of").asText("") + " "
                + change.get("what").asText() + " " + change.path("name").asText("") + " " + change.path("before").asText("-") + " "
                + change.path("after").asText("-")).map(String::strip).toList();
    }

    @Test
    @DisplayName("按当时的、现在的：逐字节相同，没有不同之处")
    void same() {
        for (String under : new String[] {null, "recorded", "current", BASES.inForce(POLICY).orElseThrow().digest()}) {
            assertTrue(replay(under).same());
            assertEquals(List.of(), replay(under).changes());
        }
    }

    @Test
    @DisplayName("按草案：哪一条款、哪一金额不同，原来怎样，将会怎样")
    void draft() {
        Replay replay = replay(draft);
        assertFalse(replay.same());
        JsonNode json = Comparison.tree(replay.json());
        assertEquals(draft, json.get("ruleBase").asText());
        assertEquals(draft, json.get("under").asText());
        assertEquals(CHANGES, changes(replay).stream().map(change -> change.replaceFirst("^SUPPORT/STRATEGIC_TASK ", "")).toList());
    }

    @Test
    @DisplayName("找政策按草案：每个候选自己的不同，组合的金额不同；按当时的逐字节相同")
    void matchUnderDraft() {
        Finder finder = new Finder(BASES, EVALUATIONS);
        byte[] core = finder.found(PROFILE.getBytes(UTF_8), LocalDate.of(2023, 3, 15));
        byte[] match = new Answer("二", Instant.EPOCH, "甲", false, null, Digest.of(core), core).json();
        assertTrue(Replay.of(finder.renewal(), "二", match, Under.recorded(BASES)).same());
        List<String> changes = changes(Replay.of(finder.renewal(), "二", match, Under.of(draft, BASES)));
        String of = "专项/jjg_2022_8/SUPPORT/STRATEGIC_TASK ";
        // a candidate says what it comes to; which clauses made it so stands in an evaluation
        assertEquals(List.of("AMOUNT totals/ceilingYuan 50000000 0", "AMOUNT totals/totalMaxYuan 50000000 0", of + "OUTCOME  ELIGIBLE NEEDS_JUDGEMENT",
                of + "TIER  1.a -", of + "AMOUNT amountRange/fromYuan - 12000000", of + "AMOUNT maxAmountYuan 50000000 -", of + "CHOSEN  CHOSEN -",
                of + "JUDGEMENT jjg_2022_8/1.b - NEEDED"), changes);
    }

    @Test
    @DisplayName("没有的规则集 404；别的文件的规则集与它无关、写法不对 400")
    void refused() {
        assertEquals(ProblemCode.NOT_FOUND, code("sha256:" + "0".repeat(64)));
        assertEquals(ProblemCode.UNKNOWN_POLICY, code(BASES.inForce("zkyf_2020_43").orElseThrow().digest()));
        assertEquals(ProblemCode.BAD_REQUEST, code("today"));
    }

    private static ProblemCode code(String under) {
        return assertThrows(ProblemException.class, () -> replay(under)).problem().code();
    }
}
