package org.zhunsheng.evaluation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.record.Reliance.Ground;
import org.zhunsheng.registers.RegisterFacts;
import org.zhunsheng.registers.Registers;
import org.zhunsheng.registers.Standing;
import org.zhunsheng.wire.AskedRegisters;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** What the registers said of the facts that a caller left out, and by which of their snapshots. */
record Consulted(AskedRegisters asked, Instant knownAt, List<RegisterFacts.Told> told) {

    /** @param facts of the caller, whose word stands where there is one */
    static Consulted of(AskedRegisters asked, Map<String, Object> facts, FactCatalogue catalogue, Registers registers, Instant knownAt)
            throws SQLException {
        List<RegisterFacts.Told> told = new ArrayList<>();
        for (RegisterFacts.Told each : registers.facts().of(asked.code(), asked.day(), knownAt).values()) {
            if (Place.of(each.fact(), catalogue).in(facts).isMissing()) {
                told.add(each);
            }
        }
        return new Consulted(asked, knownAt, told);
    }

    /** The caller's facts and, where the registers have a word, theirs. */
    Map<String, Object> beside(Map<String, Object> facts, FactCatalogue catalogue) {
        Map<String, Object> all = new HashMap<>(facts);
        told.stream().filter(each -> each.value() != null).forEach(each -> Place.of(each.fact(), catalogue).put(each.value(), all));
        return all;
    }

    /** A list may free who is listed, and say what was not known; who is not listed must be named by one. */
    Set<Ground> grounds() {
        Set<Ground> grounds = new HashSet<>(Set.of(Ground.listings(asked.code(), asked.day())));
        told.stream().flatMap(each -> each.sources().stream()).filter(source -> source.standing().state() != Standing.State.NOT_LISTED)
                .forEach(source -> grounds.add(Ground.register(source.register().id(), asked.day())));
        return grounds;
    }

    void write(CanonicalJson json) {
        json.object().name("code").value(asked.code()).name("day").value(asked.day().toString()).name("facts").array();
        for (RegisterFacts.Told each : told) {
            json.object().name("fact").value(each.fact()).name("registers").array();
            each.sources().forEach(source -> write(json, source));
            json.end();
            if (each.value() != null) {
                json.name("value").value(each.value());
            }
            json.end();
        }
        json.end().name("knownAt").value(BeijingTime.of(knownAt)).end();
    }

    private static void write(CanonicalJson json, RegisterFacts.Source source) {
        Standing standing = source.standing();
        json.object();
        if (standing.snapshot() != null) {
            json.name("ageDays").value(standing.ageDays()).name("fetchedAt").value(BeijingTime.of(standing.snapshot().fetchedAt()));
        }
        json.name("register").value(source.register().id());
        if (standing.snapshot() != null) {
            json.name("snapshot").value(standing.snapshot().id());
        }
        json.name("state").value(standing.state().name()).end();
    }
}
