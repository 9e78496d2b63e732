package org.zhunsheng.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

@DisplayName("同时核对的工作簿有限")
class GateTest {

    private static void turnedAway(Gate gate) {
        assertEquals(ProblemCode.BUSY, assertThrows(ProblemException.class, gate::enter).problem().code());
    }

    @Test
    @DisplayName("等得到的等，等不到的请他再来，排队的也有限")
    void bounded() throws Exception {
        Gate gate = new Gate(1, 1, Duration.ofSeconds(30));
        CompletableFuture<Void> second;
        try (Gate.Turn first = gate.enter()) {
            second = CompletableFuture.runAsync(() -> gate.enter().close());
            while (gate.waiting() == 0) {
                Thread.sleep(1);
            }
            turnedAway(gate);
        }
        second.get(10, TimeUnit.SECONDS);
        gate.enter().close();
        Gate impatient = new Gate(1, 1, Duration.ofMillis(1));
        try (Gate.Turn first = impatient.enter()) {
            turnedAway(impatient);
        }
    }
}
