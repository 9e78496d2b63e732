package org.zhunsheng.duplication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.wire.Digest;

@DisplayName("查重重算：按当时的规则逐字节相同，按草案写明哪一条、哪一项支持不同")
class CheckReplayTest {

    private static final String POLICY = "cross_policy";
    private static final String RULES = "rules-drl/cross_policy/between_the_documents.drl";
    private static final RuleBases BASES = new RuleBases();
    private static Database database;
    private static LedgerCalls ledger;
    private static String draft;

    /** A draft by which money of the state bars as municipal money does, whatever the reading. */
    @BeforeAll
    static void open() {
        database = Database.at(TestServer.POSTGRES_18.emptyDatabase(), 4);
        ledger = new LedgerCalls(database, BASES);
        RuleBase base = BASES.inForce(POLICY).orElseThrow();
        TreeMap<String, byte[]> files = new TreeMap<>(base.sources().files());
        String rules = new String(files.get(RULES), UTF_8);
        String drafted = rules.replace("\"TREATED_LIKE_MUNICIPAL\", given(", "\"TREATED_LIKE_MUNICIPAL\", fails(), given(")
                .replace("), fails() ) );\n        $bars", ") ) );\n        $bars");
        assertTrue(!drafted.equals(rules));
        files.put(RULES, drafted.getBytes(UTF_8));
        Sources sources = new Sources(POLICY, files);
        draft = sources.digest(Compiler.engine());
        byte[] compiled = Compiler.compile(sources);
        BASES.keepEarlierIn(digest -> digest.equals(draft) ? Optional.of(new RuleBases.EarlierBases.Kept(POLICY, Compiler.engine(), sources.zip(), compiled))
                : Optional.empty());
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    private static Replay replay(byte[] core, String under) {
        return Replay.of(ledger.renewal(), "一", new Answer("一", Instant.EPOCH, "甲", false, null, Digest.of(core), core).json(), Under.of(under, BASES));
    }

    @Test
    @DisplayName("草案里国家级资金也妨碍：结论、那一条、那一项支持各是一处不同")
    void underDraft() {
        String unit = Unit.code();
        String award = ledger.award("""
                {"unitCode":"%s","policy":"国家专项","funderLevel":"NATIONAL","form":"MONEY","state":"PAID","decidedOn":"2023-05-30","contentKey":"K","source":"决算"}"""
                .formatted(unit));
        byte[] core = ledger.check("""
                {"unitCode":"%s","policy":"jkf_2022_9","direction":"JOURNAL","contentKey":"K","day":"2026-05-30"}""".formatted(unit));
        assertTrue(replay(core, "recorded").same());
        assertTrue(replay(core, "current").same());
        Replay replay = replay(core, draft);
        List<String> changes = new ArrayList<>();
        Comparison.tree(replay.json()).get("changes").forEach(change -> changes.add(change.path("of").asText("") + " " + change.get("what").asText() + " "
                + change.path("name").asText("") + " " + change.path("before").asText("-") + " " + change.path("after").asText("-")));
        assertTrue(changes.contains(" OUTCOME  CLEAR BLOCKED"), changes::toString);
        assertTrue(changes.contains(" CLAUSE cross_policy/R8 CLEAR BLOCKED"), changes::toString);
        assertTrue(changes.stream().anyMatch(change -> change.startsWith(award + " CLAUSE cross_policy/R8 ")), changes::toString);
    }
}
