package org.zhunsheng.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.duplication.LedgerCalls;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.RuleBases.EarlierBases.Kept;

@DisplayName("较早的版本作出的决定，本版本逐字节地重算得出")
class EarlierReleasesTest {

    private static final List<Database> OPENED = new ArrayList<>();
    private static SortedMap<String, Release> releases;

    @BeforeAll
    static void read() throws IOException {
        releases = Release.all();
    }

    @AfterAll
    static void close() throws IOException {
        for (Database database : OPENED) {
            database.close();
        }
    }

    /** A release keeps the rule bases that are new with it. */
    private static Optional<Kept> base(String digest) {
        return releases.values().stream().flatMap(release -> release.base(digest).stream()).findFirst();
    }

    @TestFactory
    Stream<DynamicTest> releases() {
        List<DynamicTest> tests = new ArrayList<>();
        releases.forEach((file, release) -> {
            RuleBases bases = new RuleBases();
            bases.keepEarlierIn(EarlierReleasesTest::base);
            Evaluations evaluations = new Evaluations(bases);
            List<Renewal> renewals = new ArrayList<>(List.of(evaluations, new Finder(bases, evaluations).renewal()));
            if (!release.rows().isEmpty()) {
                renewals.add(new LedgerCalls(ledger(release), bases, evaluations).renewal());
            }
            release.decisions().forEach((name, answer) -> tests.add(DynamicTest.dynamicTest(file + " " + name, () -> replayed(name, answer, renewals, bases))));
        });
        return tests.stream();
    }

    /** The ledger of then in today's tables. */
    private static Database ledger(Release release) {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        Database database = Database.at(address, 2);
        OPENED.add(database);
        database.await();
        for (String table : Release.LEDGER_TABLES) {
            TestServer.execute(address, "insert into %s overriding system value select * from json_populate_recordset(null::%s, '%s')".formatted(table, table,
                    new String(release.rows().get(table + ".json"), StandardCharsets.UTF_8).replace("'", "''")));
        }
        return database;
    }

    private static void replayed(String name, byte[] answer, List<Renewal> renewals, RuleBases bases) {
        Renewal renewal = renewals.stream().filter(each -> each.gives(Comparison.tree(Answer.member(answer, "core")))).findFirst().orElseThrow();
        Replay replay = Replay.of(renewal, name, answer, Under.recorded(bases));
        assertTrue(replay.same(), () -> new String(replay.json(), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("留有每份文件的决定、一次找政策、三次查重，连同所凭的规则集")
    void complete() {
        Set<String> names = new TreeSet<>();
        releases.values().forEach(release -> release.decisions().forEach((name, answer) -> {
            names.add(name.replaceFirst("-\\d+\\.json$", ""));
            JsonNode core = Comparison.tree(Answer.member(answer, "core"));
            Stream.of("ruleBase", "betweenRuleBase").flatMap(member -> core.findValuesAsText(member).stream()).forEach(digest -> assertTrue(base(digest).isPresent(), name));
        }));
        Set<String> expected = new TreeSet<>(Set.of("match.json", "check-unknown-unit.json", "check-supported-before.json", "check-alike.json"));
        new RuleBases().all().forEach(base -> expected.add(base.policy().policy()));
        assertEquals(expected, names);
    }
}
