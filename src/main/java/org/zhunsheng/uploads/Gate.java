package org.zhunsheng.uploads;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** So many at once: each check costs a process and a compilation. Some more may wait a while; whoever waits longer is told to come again. */
final class Gate {

    private final Semaphore free;
    private final int queue;
    private final Duration patience;

    Gate(int atOnce, int queue, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.queue = queue;
        this.patience = patience;
    }

    /** A place inside, to be given back. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    int waiting() {
        return free.getQueueLength();
    }

    Turn enter() {
        try {
            boolean hopeless = free.availablePermits() == 0 && waiting() >= queue;
            if (hopeless || !free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(ProblemCode.BUSY, "同时核对的工作簿过多，请稍后再交", "too many workbooks are being checked; hand it in again later");
            }
            return free::release;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.BUSY, "服务正在停止，请稍后再交", "the service is stopping; hand it in again later");
        }
    }
}
