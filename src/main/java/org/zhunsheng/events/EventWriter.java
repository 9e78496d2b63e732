package org.zhunsheng.events;

import java.time.Instant;
import java.util.List;
import org.zhunsheng.record.RecordedDecision;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes events as callers see them. */
final class EventWriter {

    private EventWriter() {
    }

    /** @param after null where the answer cannot be made again */
    static byte[] json(long number, Instant at, RecordedDecision decision, List<LaterFact> facts, Substance before, Substance after) {
        CanonicalJson json = new CanonicalJson().object();
        if (after != null) {
            json.name("after").canonical(after.answer());
        }
        json.name("at").value(BeijingTime.of(at)).name("before").canonical(before.answer()).name("causes").array();
        facts.forEach(fact -> fact.write(json));
        json.end().name("clauses").array();
        if (after != null) {
            before.changes(after).forEach(change -> change(json, change));
        }
        return json.end().name("decision").value(decision.id()).name("kind").value(after == null ? "UNDECIDABLE" : "ALTERED")
                .name("number").value(number).name("policy").value(decision.policy()).name("question").value(decision.question()).end().bytes();
    }

    private static void change(CanonicalJson json, Substance.Change change) {
        text(json.object().name("clause").value(change.clause()), "direction", change.direction());
        text(json, "from", change.from());
        text(json, "to", change.to());
        json.end();
    }

    private static void text(CanonicalJson json, String name, String text) {
        if (text != null) {
            json.name(name).value(text);
        }
    }

    /** @param next the number behind which the feed goes on: of the last event told, or where the page began */
    static byte[] page(List<EventTable.Told> events, long next) {
        CanonicalJson json = new CanonicalJson().object().name("events").array();
        events.forEach(event -> json.canonical(event.body()));
        return json.end().name("next").value(next).end().bytes();
    }
}
