package org.zhunsheng.identity;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Who holds which role, in memory: requests ask on threads that must not wait. */
public final class Roles {

    private final RoleStore store;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile Map<Holder, Held> held = Map.of();

    public Roles(RoleStore store) {
        this.store = store;
    }

    /** Takes up what was decided since, here or by another instance; returns whether there was anything. */
    public synchronized boolean refresh() throws SQLException {
        Map<Holder, Held> now = store.held();
        boolean changed = !now.equals(held);
        held = now;
        loaded.complete(null);
        return changed;
    }

    /** Before a service has loaded them it does not know that somebody holds none: who asks in the moment of its start waits. */
    Map<Holder, Held> all() {
        loaded.join();
        return held;
    }

    Held of(Holder holder) {
        return all().getOrDefault(holder, Held.NOTHING);
    }
}
