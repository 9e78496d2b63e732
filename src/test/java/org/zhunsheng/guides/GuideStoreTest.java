package org.zhunsheng.guides;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.wire.GuideRequest;

@DisplayName("申报通知的保存")
@ParameterizedClass
@EnumSource(TestServer.class)
class GuideStoreTest {

    @Parameter
    TestServer server;

    private Address address;
    private Database database;
    private Guides here;
    private Guides elsewhere;

    @BeforeEach
    void open() throws Exception {
        address = server.emptyDatabase();
        database = Database.at(address, 4);
        database.await();
        here = new Guides(new GuideStore(database));
        elsewhere = new Guides(new GuideStore(database));
        here.refresh();
        elsewhere.refresh();
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    private static Guide guide(int year, String source) {
        return new Guide("jkf_2022_9", year, LocalDate.of(year, 3, 1), null, List.of("人工智能", "“量子”"), List.of("新加坡"),
                List.of(new GuideRequest.Limit("6.2.1", "两年", "two \"years\"")), source);
    }

    private static int edition(Guides guides, int year) {
        return guides.of("jkf_2022_9", year).map(GuideEdition::edition).orElse(0);
    }

    @Test
    @DisplayName("读回的与录入的相同，最新的一版有效，以前的都在")
    void keepsEditions() throws Exception {
        GuideEdition first = here.add(guide(2026, "一"), "甲");
        GuideEdition second = here.add(guide(2026, "二"), "乙");
        here.add(guide(2025, "一"), "甲");
        assertEquals(guide(2026, "一"), first.guide());
        assertEquals(List.of(2, "乙"), List.of(second.edition(), second.enteredBy()));
        assertEquals(List.of(first, second), here.editions("jkf_2022_9", 2026));
        assertEquals(List.of(2026, 2025), here.inForce().map(edition -> edition.guide().year()).toList());
        assertEquals(first, here.named(first.digest()));
        assertTrue(here.of("jkf_2022_9", 2024).isEmpty());
        assertTrue(here.of("jkgf_2025_69", 2026).isEmpty());
    }

    @Test
    @DisplayName("内容没有变的，重复录入不添新版；改回以前的内容是新的一版")
    void sameContentAgain() throws Exception {
        GuideEdition first = here.add(guide(2026, "一"), "甲");
        assertEquals(first, here.add(guide(2026, "一"), "乙"));
        here.add(guide(2026, "二"), "甲");
        GuideEdition back = elsewhere.add(guide(2026, "一"), "甲");
        assertEquals(List.of(3, first.digest()), List.of(back.edition(), back.digest()));
    }

    @Test
    @DisplayName("另一个实例刷新之后才看到；没有新的，就什么也不读")
    void betweenInstances() throws Exception {
        here.add(guide(2026, "一"), "甲");
        assertEquals(0, edition(elsewhere, 2026));
        assertTrue(elsewhere.refresh());
        assertEquals(1, edition(elsewhere, 2026));
        assertFalse(elsewhere.refresh());
    }

    @Test
    @DisplayName("重算要用的那一版别处刚录入的，也找得到；没有的说明没有")
    void namedElsewhere() throws Exception {
        GuideEdition entered = here.add(guide(2026, "一"), "甲");
        assertEquals(entered, elsewhere.named(entered.digest()));
        assertThrows(IllegalStateException.class, () -> elsewhere.named("sha256:none"));
    }

    @Test
    @DisplayName("两个实例同时录入，各得一版，不重号")
    void atTheSameTime() throws Exception {
        CompletableFuture<?>[] entering = IntStream.range(0, 20).mapToObj(i -> CompletableFuture.runAsync(() -> {
            try {
                (i % 2 == 0 ? here : elsewhere).add(guide(2026, "通知" + i), "甲");
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        })).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(entering).join();
        here.refresh();
        assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(),
                here.editions("jkf_2022_9", 2026).stream().map(GuideEdition::edition).toList());
    }

    @Test
    @DisplayName("内容与摘要不符的，不用")
    void tampered() {
        TestServer.execute(address, """
                insert into guide (policy, year, edition, digest, content, source, entered_at, entered_by) values ('jkf_2022_9', 2026, 1, 'sha256:x',
                '{"keyCountries":[],"keyFields":[],"limits":[],"policy":"jkf_2022_9","source":"s","year":2026}', 's', now(), '甲')""");
        assertThrows(IllegalStateException.class, here::refresh);
        assertEquals(0, edition(here, 2026));
    }

    @Test
    @DisplayName("开始时还没有读出的，问的人等它读出")
    void waitsForTheFirstLoading() throws Exception {
        here.add(guide(2026, "一"), "甲");
        Guides starting = new Guides(new GuideStore(database));
        CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> edition(starting, 2026));
        Thread.sleep(100);
        assertFalse(asked.isDone());
        starting.refresh();
        assertEquals(1, asked.join());
    }
}
