package org.zhunsheng.wire;

import java.time.LocalDate;
import java.util.List;

/** Why a request was refused: RFC 9457 problem details, to be told in either language. */
public record Problem(ProblemCode code, String zh, String en, List<Fault> faults, List<Blocker> blockers, String instance) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** An earlier award that stands in the way, under which clauses, and until when. */
    public record Blocker(String award, List<String> clauses, LocalDate windowFrom, LocalDate windowTo, LocalDate firstFreeDay) {
    }

    public Problem(ProblemCode code, String zh, String en) {
        this(code, zh, en, List.of(), List.of(), null);
    }

    public Problem(ProblemCode code, String zh, String en, List<Blocker> blockers) {
        this(code, zh, en, List.of(), blockers, null);
    }

    /** Several faults are one problem, named after the first. */
    static Problem of(List<Fault> faults) {
        Fault first = faults.get(0);
        int more = faults.size() - 1;
        String zh = more == 0 ? first.zh() : "共 " + faults.size() + " 处错误，首处：" + first.zh();
        String en = more == 0 ? first.en() : faults.size() + " errors, the first: " + first.en();
        return new Problem(first.code(), zh, en, List.copyOf(faults), List.of(), null);
    }

    public byte[] json(Language language) {
        CanonicalJson json = new CanonicalJson().object();
        if (!blockers.isEmpty()) {
            json.name("blockers").array();
            blockers.forEach(blocker -> write(json, blocker));
            json.end();
        }
        json.name("code").value(code.name())
                .name("detail").value(language.choose(zh, en));
        if (!faults.isEmpty()) {
            json.name("errors").array();
            for (Fault fault : faults) {
                json.object().name("code").value(fault.code().name()).name("detail").value(language.choose(fault.zh(), fault.en()))
                        .name("pointer").value(fault.pointer()).end();
            }
            json.end();
        }
        if (instance != null) {
            json.name("instance").value(instance);
        }
        return json.name("status").value(code.status()).name("title").value(code.title(language))
                .name("type").value("urn:zhunsheng:problem:" + code).end().bytes();
    }

    private static void write(CanonicalJson json, Blocker blocker) {
        json.object().name("award").value(blocker.award()).name("clauses").array();
        blocker.clauses().forEach(json::value);
        day(json.end(), "firstFreeDay", blocker.firstFreeDay());
        day(json, "windowFrom", blocker.windowFrom());
        day(json, "windowTo", blocker.windowTo());
        json.end();
    }

    private static void day(CanonicalJson json, String name, LocalDate day) {
        if (day != null) {
            json.name(name).value(day.toString());
        }
    }
}
