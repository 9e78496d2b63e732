package org.zhunsheng.registers;

import java.time.Instant;
import java.time.LocalDate;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes registers and what they say as JSON, names in their order. */
final class RegisterWriter {

    private RegisterWriter() {
    }

    static void write(CanonicalJson json, RegisterDescription register, Snapshot newest) {
        json.object().name("clauses").array();
        register.clauses().forEach(json::value);
        json.end().name("en").value(register.en()).name("facts").array();
        register.facts().forEach(answer -> {
            json.object().name("fact").value(answer.fact()).name("listed").value(answer.listed());
            if (answer.notListed() != null) {
                json.name("notListed").value(answer.notListed());
            }
            json.end();
        });
        json.end().name("id").value(register.id()).name("maxAgeDays").value(register.maxAgeDays());
        if (newest != null) {
            write(json.name("newest"), newest);
        }
        json.name("system").object().name("en").value(register.system().en()).name("zh").value(register.system().zh()).end()
                .name("zh").value(register.zh()).end();
    }

    static void write(CanonicalJson json, RegisterDescription register, String code, LocalDate day, Instant knownAt, Standing standing) {
        json.object();
        if (standing.ageDays() != null) {
            json.name("ageDays").value(standing.ageDays());
        }
        json.name("code").value(code).name("day").value(day.toString()).name("en").value(standing.en());
        if (standing.entry() != null) {
            json.name("entry").object().name("from").value(standing.entry().from().toString()).name("reference").value(standing.entry().reference());
            if (standing.entry().until() != null) {
                json.name("until").value(standing.entry().until().toString());
            }
            json.end();
        }
        json.name("knownAt").value(BeijingTime.of(knownAt)).name("maxAgeDays").value(register.maxAgeDays()).name("register").value(register.id());
        if (standing.snapshot() != null) {
            write(json.name("snapshot"), standing.snapshot());
        }
        json.name("state").value(standing.state().name()).name("zh").value(standing.zh()).end();
    }

    private static void write(CanonicalJson json, Snapshot snapshot) {
        json.object().name("by").value(snapshot.takenBy()).name("coversFrom").value(snapshot.coversFrom().toString())
                .name("coversUntil").value(snapshot.coversUntil().toString()).name("fetchedAt").value(BeijingTime.of(snapshot.fetchedAt()))
                .name("id").value(snapshot.id()).name("list").value(snapshot.complete() ? "complete" : "changes")
                .name("source").value(snapshot.source()).name("takenAt").value(BeijingTime.of(snapshot.takenAt())).end();
    }
}
