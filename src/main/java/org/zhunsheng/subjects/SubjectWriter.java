package org.zhunsheng.subjects;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes what is known of units. */
final class SubjectWriter {

    private SubjectWriter() {
    }

    /**
     * @param normalised codes that were written in another form, to tell so; none where nothing was written
     * @param lineage    null where it is not asked about
     */
    static void subject(CanonicalJson json, Subject subject, List<UnitEvent> events, Lineage lineage, List<AdmittedCode> normalised) {
        json.object().name("codes").array();
        for (Subject.Code code : subject.codes()) {
            json.object().name("checks").value(code.code().checks()).name("code").value(code.code().text());
            entry(json, code.entry());
        }
        json.end().name("events").array();
        events.forEach(event -> event(json, event));
        json.end().name("id").value(subject.id());
        if (lineage != null) {
            json.name("lineage").object();
            texts(json.name("same"), lineage.same());
            texts(json.name("uncertain"), lineage.uncertain());
            json.end();
        }
        json.name("names").array();
        for (Subject.Name name : subject.names()) {
            json.object();
            entry(json, name.entry(), name.name());
        }
        json.end();
        normalised(json, normalised);
        json.end();
    }

    static void normalised(CanonicalJson json, List<AdmittedCode> codes) {
        List<AdmittedCode> told = codes.stream().filter(AdmittedCode::normalised).toList();
        if (!told.isEmpty()) {
            json.name("normalised").array();
            told.forEach(code -> json.object().name("code").value(code.code().text()).name("written").value(code.written()).end());
            json.end();
        }
    }

    private static void entry(CanonicalJson json, Subject.Entry entry) {
        entry(json, entry, null);
    }

    private static void entry(CanonicalJson json, Subject.Entry entry, String name) {
        json.name("entry").value(entry.id());
        if (name != null) {
            json.name("name").value(name);
        }
        optional(json, "reason", entry.reason(), Function.identity());
        json.name("recordedAt").value(BeijingTime.of(entry.recordedAt())).name("recordedBy").value(entry.recordedBy()).name("source").value(entry.source());
        optional(json, "validFrom", entry.from(), LocalDate::toString);
        optional(json, "validUntil", entry.until(), LocalDate::toString);
        json.end();
    }

    private static void event(CanonicalJson json, UnitEvent event) {
        json.object();
        texts(json.name("after"), event.after());
        texts(json.name("before"), event.before());
        json.name("day").value(event.day().toString()).name("entry").value(event.id()).name("kind").value(event.kind().name())
                .name("recordedAt").value(BeijingTime.of(event.recordedAt())).name("recordedBy").value(event.recordedBy()).name("source").value(event.source()).end();
    }

    private static void texts(CanonicalJson json, Collection<String> texts) {
        json.array();
        new TreeSet<>(texts).forEach(json::value);
        json.end();
    }

    private static <T> void optional(CanonicalJson json, String name, T value, Function<T, String> text) {
        if (value != null) {
            json.name(name).value(text.apply(value));
        }
    }
}
