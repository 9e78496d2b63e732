package org.zhunsheng.editions;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;

@DisplayName("听到别的实例所走的步骤")
class HearingTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    @DisplayName("一有步骤就不再等；连接断了，接上再听")
    void hears() throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 2); Hearing hearing = new Hearing(database)) {
            hearing.await(LONG);
            heard(hearing, database);
            hearing.await(SHORT);
            TestServer.execute(address, "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen edition_step'");
            hearing.await(SHORT);
            hearing.await(LONG);
            heard(hearing, database);
        }
    }

    /** Nothing else ends the wait in time. */
    private static void heard(Hearing hearing, Database database) throws Exception {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                hearing.await(LONG);
            } catch (InterruptedException never) {
                throw new IllegalStateException(never);
            }
        });
        TableId table = new TableId("jkf_2022_9", "park_tiers");
        new EditionStore(database).alone(table.policy(), connection -> {
            int edition = EditionStore.add(connection, table, new byte[] {1}, "sha256:w", "sha256:b", "{}", Instant.EPOCH, "author");
            EditionStore.take(connection, table, edition, Step.of(Step.State.DRAFT, Instant.EPOCH, "author", null));
            return null;
        });
        assertTimeoutPreemptively(Duration.ofMinutes(1), waiting::join);
    }
}
