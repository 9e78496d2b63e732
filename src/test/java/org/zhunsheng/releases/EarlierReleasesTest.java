package org.zhunsheng.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.evaluation.Renewal;
import org.zhunsheng.evaluation.Replay;
import org.zhunsheng.evaluation.Under;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("较早的版本作出的决定，本版本逐字节地重算得出")
class EarlierReleasesTest {

    private static List<Path> kept() throws IOException {
        try (Stream<Path> found = Files.list(KeepRelease.FOLDER)) {
            return found.filter(file -> file.toString().endsWith(".tar.xz")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> releases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : kept()) {
            Release release = Release.in(file);
            RuleBases bases = new RuleBases();
            bases.keepEarlierIn(release::base);
            Evaluations evaluations = new Evaluations(bases);
            List<Renewal> renewals = List.of(evaluations, new Finder(bases, evaluations).renewal());
            release.decisions().forEach((name, answer) -> tests.add(DynamicTest.dynamicTest(file.getFileName() + " " + name, () -> replayed(name, answer, renewals, bases))));
        }
        return tests.stream();
    }

    private static void replayed(String name, byte[] answer, List<Renewal> renewals, RuleBases bases) {
        Renewal renewal = renewals.stream().filter(each -> each.gives(Comparison.tree(Answer.member(answer, "core")))).findFirst().orElseThrow();
        Replay replay = Replay.of(renewal, name, answer, Under.recorded(bases));
        assertTrue(replay.same(), () -> new String(replay.json(), StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("每个版本都留有每份文件的决定和一次找政策，连同所凭的规则集")
    void complete() throws IOException {
        assertTrue(!kept().isEmpty());
        for (Path file : kept()) {
            Release release = Release.in(file);
            SortedMap<String, byte[]> decisions = release.decisions();
            assertTrue(decisions.containsKey("match.json"));
            assertTrue(decisions.size() >= 4 * 5 + 1);
            decisions.forEach((name, answer) -> Comparison.tree(Answer.member(answer, "core")).findValuesAsText("ruleBase")
                    .forEach(digest -> assertEquals(digest, release.base(digest).map(kept -> digest).orElse("没有保存"), name)));
        }
    }
}
