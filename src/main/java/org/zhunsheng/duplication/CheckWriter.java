package org.zhunsheng.duplication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.zhunsheng.calendar.WorkingDays;
import org.zhunsheng.evaluation.CoreWriter;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.CheckRequest;
import org.zhunsheng.wire.FactWriter;

/** Writes what the ledger and the rules had to say about a question, canonically, as evaluations are written. */
final class CheckWriter {

    private final CoreWriter findings;
    private final FactWriter facts;

    CheckWriter(FactCatalogue catalogue) {
        this.findings = new CoreWriter(catalogue);
        this.facts = new FactWriter(catalogue);
    }

    byte[] core(CheckRequest request, LocalDate day, Instant moment, Search.Found found, String ruleBase) {
        CanonicalJson json = new CanonicalJson().object().name("asOf").value(day.toString());
        text(json, "betweenRuleBase", found.applied().besideRuleBase());
        json.name("calendar").value(WorkingDays.official().version());
        earlier(json.name("earlier"), found.earlier());
        text(json, "firstFreeDay", firstFreeDay(found.earlier()));
        judged(json, found);
        texts(json.name("judgementsNeeded"), found.needed());
        json.name("level").value(found.level().name());
        json.name("moment").value(BeijingTime.of(moment));
        request(json.name("request"), request);
        json.name("ruleBase").value(ruleBase);
        rules(json.name("rules"), found);
        searched(json.name("searched"), found);
        if (found.similar() != null) {
            SimilarWriter.write(json.name("similar"), found.similar(), found.sought().project(), moment);
        }
        return json.end().bytes();
    }

    /** The awards of which a person said whether they are for the same content, whatever became of them by that. */
    private void judged(CanonicalJson json, Search.Found found) {
        if (!found.judged().isEmpty()) {
            json.name("judged").array();
            for (Award award : found.judged()) {
                json.object().name("award").value(award.code());
                facts.write(json.name("judgement"), found.sought().settled().content().get(award.code()));
                json.name("unit").value(found.sought().unit(award).name()).name("version").value(award.version()).end();
            }
            json.end();
        }
    }

    /** The last of the days: free is who is free of every bar. A bar without an end leaves no such day. */
    static LocalDate firstFreeDay(List<Search.Earlier> earlier) {
        List<LocalDate> days = earlier.stream().flatMap(each -> each.bars().stream()).map(bar -> bar.day("firstFreeDay")).toList();
        return days.isEmpty() || days.stream().anyMatch(Objects::isNull) ? null : days.stream().max(LocalDate::compareTo).orElseThrow();
    }

    CanonicalJson earlier(CanonicalJson json, List<Search.Earlier> earlier) {
        json.array();
        for (Search.Earlier each : earlier) {
            json.object().name("award").value(each.entry().award().code()).name("bars").array();
            for (HistoryRules.Bar bar : each.bars()) {
                json.object().name("clause").value(bar.clause());
                findings.found(json.name("finding"), bar.found());
                text(json, "firstFreeDay", bar.day("firstFreeDay"));
                text(json, "windowFrom", bar.day("windowFrom"));
                text(json, "windowTo", bar.day("windowTo")).end();
            }
            text(json.end(), "clause", each.clause());
            facts.write(json.name("facts"), each.entry().fact());
            json.name("unit").value(each.entry().unit().name()).name("version").value(each.entry().award().version()).end();
        }
        return json.end();
    }

    private static void rules(CanonicalJson json, Search.Found found) {
        json.array();
        for (HistoryRules.Rule rule : found.rules()) {
            texts(json.object().name("awards"), found.awards(rule));
            json.name("clause").value(rule.clause());
            if (!rule.text().home().isEmpty()) {
                texts(json.name("home"), rule.text().home());
            }
            texts(json.name("judgementsNeeded"), rule.points());
            json.name("level").value(rule.level().name());
            texts(json.name("needs"), rule.facts());
            texts(json.name("readings"), rule.text().readings());
            json.end();
        }
        json.end();
    }

    private static void searched(CanonicalJson json, Search.Found found) {
        json.object().name("awards").value(found.earlier().size()).name("entries").value(found.extent().entries());
        text(json, "learnedAt", found.extent().learnedAt());
        texts(json.name("units"), new TreeSet<>(found.sought().standing().same()));
        texts(json.name("unitsInQuestion"), new TreeSet<>(found.sought().standing().uncertain()));
        json.end();
    }

    private void request(CanonicalJson json, CheckRequest request) {
        json.object();
        text(json, "abstract", request.summary());
        text(json, "clause", request.clause());
        text(json, "contentKey", request.contentKey());
        text(json, "day", request.day());
        text(json, "direction", request.direction());
        if (!request.judgements().isEmpty()) {
            facts.write(json.name("judgements"), request.judgements());
        }
        text(json, "knownAt", request.knownAt());
        text(json, "policy", request.policy());
        if (!request.readings().isEmpty()) {
            facts.write(json.name("readings"), request.readings());
        }
        text(json, "subject", request.subject());
        text(json, "title", request.title());
        text(json, "unitCode", request.unitCode()).end();
    }

    private static void texts(CanonicalJson json, Collection<String> texts) {
        json.array();
        texts.forEach(json::value);
        json.end();
    }

    private static CanonicalJson text(CanonicalJson json, String name, Object value) {
        return value == null ? json : json.name(name).value(value instanceof Instant moment ? BeijingTime.of(moment) : value.toString());
    }
}
