package org.zhunsheng.identity;

import jakarta.inject.Singleton;

/** Who makes the request at hand: the name under which what follows from it is recorded. */
@Singleton
public final class Caller {

    /** Whoever calls is not yet asked who he is: the service listens on loopback only until callers have identities. */
    public String name() {
        return "local";
    }
}
