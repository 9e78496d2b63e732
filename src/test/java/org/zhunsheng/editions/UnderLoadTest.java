package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.OtherBuild;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.Sources;

/** One publication after the other while others decide. How many: {@code -P publications} takes 200. */
@DisplayName("一边决定一边发布")
class UnderLoadTest {

    private static final TableId TABLE = new TableId("jkgf_2025_69", "thresholds");
    private static final byte[] REQUEST = "{\"policy\":\"jkgf_2025_69\",\"question\":\"DUTY\",\"step\":\"MANAGEMENT\",\"facts\":{}}".getBytes(UTF_8);
    private static final int TIMES = Integer.getInteger("zhunsheng.publications", 20);
    private static final int DECIDING = 2;
    /** Those that stay at hand for replays, the one that decides, and the one that was built. */
    private static final int HELD = 10;

    private final SetClock clock = new SetClock();
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong decided = new AtomicLong();
    private volatile boolean over;

    @Test
    @DisplayName("没有一个请求失败；每个答复的规则库是之前的或之后的；用过的规则库都放掉")
    void twenty() throws Exception {
        Logger.getLogger("org.drools").setLevel(Level.INFO);
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 4)) {
            database.await();
            Instance.admitApprover(address);
            Instance here = new Instance(database, OtherBuild.same(TABLE.policy()), clock);
            here.publication.look();
            published.add(here.deciding(TABLE.policy()));
            Evaluations evaluations = new Evaluations(here.bases);
            List<CompletableFuture<Void>> deciding = IntStream.range(0, DECIDING).mapToObj(i -> CompletableFuture.runAsync(() -> decide(evaluations))).toList();
            List<WeakReference<Object>> used = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                publish(here, i, used);
            }
            over = true;
            deciding.forEach(CompletableFuture::join);
            assertTrue(decided.get() > TIMES, decided + " decisions");
            assertEquals(TIMES * 2, used.size());
            long held = held(used);
            assertTrue(held <= HELD * 2, held + " of " + used.size() + " are held");
        }
    }

    private void publish(Instance here, int i, List<WeakReference<Object>> used) throws Exception {
        byte[] workbook = Instance.workbook(TABLE, "发布 " + i);
        Sources sources = here.bases.built(TABLE.policy()).orElseThrow().sources().with(TABLE.file(), workbook);
        here.kept.keep(OtherBuild.kept(sources, "publication" + i));
        Edition edition = here.submitted(TABLE, workbook);
        published.add(sources.digest(Compiler.engine()));
        here.approvals.approve(edition, "approver", null, null);
        done.incrementAndGet();
        clock.forward(1);
        RuleBase base = here.bases.inForce(TABLE.policy()).orElseThrow();
        assertEquals(published.get(i + 1), base.digest());
        used.add(new WeakReference<>(base));
        used.add(new WeakReference<>(base.rules()));
    }

    private void decide(Evaluations evaluations) {
        while (!over) {
            int before = done.get();
            String by = evaluations.evaluate(REQUEST).ruleBase();
            int after = done.get();
            int place = published.indexOf(by);
            assertTrue(before <= place && place <= after + 1, "between " + before + " and " + after + ": " + place);
            decided.incrementAndGet();
        }
    }

    private static long held(List<WeakReference<Object>> used) throws InterruptedException {
        long held = used.size();
        for (int looks = 0; looks < 100 && held > HELD * 2; looks++) {
            System.gc();
            Thread.sleep(100);
            held = used.stream().filter(each -> each.get() != null).count();
        }
        return held;
    }
}
