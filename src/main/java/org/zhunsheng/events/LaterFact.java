package org.zhunsheng.events;

import java.time.Instant;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What became known later, as the outbox names it.
 *
 * @param about   the code of an award, the file of a register, or an entry in the journal of units
 * @param version of an award
 * @param what    the state of the award, the register, or the kind of the entry
 */
record LaterFact(Kind kind, String about, Integer version, String what, Instant at) {

    enum Kind { AWARD, EXPIRY, REGISTER, UNIT }

    void write(CanonicalJson json) {
        json.object().name("at").value(BeijingTime.of(at));
        switch (kind) {
            case AWARD, EXPIRY -> json.name("award").value(about).name("kind").value(kind.name()).name("state").value(what).name("version").value(version);
            case REGISTER -> json.name("kind").value(kind.name()).name("register").value(what).name("snapshot").value(about);
            case UNIT -> json.name("change").value(what).name("entry").value(about).name("kind").value(kind.name());
        }
        json.end();
    }
}
