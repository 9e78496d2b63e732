package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.zhunsheng.facts.Known;
import org.zhunsheng.guides.Guide;
import org.zhunsheng.guides.GuideEdition;
import org.zhunsheng.policy.AnnualGuide;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What the guide of the year adds to an answer: which edition was used, or that none is held; the facts it supplied; and what an applicant
 * should know of it.
 */
public record Guidance(String policy, int year, String digest, SortedMap<String, Object> supplied, List<Warning> warnings) {

    public record Warning(String code, String clause, LocalDate day) {
    }

    /** @param stated what the caller says of the closing day */
    static Guidance of(String policy, int year, AnnualGuide governed, GuideEdition edition, LocalDate submitted, Known<?> stated,
                       SortedMap<String, Object> supplied) {
        List<Warning> warnings = new ArrayList<>();
        if (edition == null) {
            warnings.add(new Warning("GUIDE_NOT_HELD", governed.clause(), null));
            return new Guidance(policy, year, null, supplied, warnings);
        }
        Guide guide = edition.guide();
        if (submitted != null && guide.opensOn() != null && submitted.isBefore(guide.opensOn())) {
            warnings.add(new Warning("BEFORE_GUIDE_OPENS", governed.clause(), guide.opensOn()));
        }
        if (submitted != null && guide.closesOn() != null && submitted.isAfter(guide.closesOn())) {
            warnings.add(new Warning("AFTER_GUIDE_CLOSES", governed.clause(), guide.closesOn()));
        }
        if (!stated.isMissing() && guide.closesOn() != null && !guide.closesOn().equals(stated.value())) {
            warnings.add(new Warning("STATED_DEADLINE_DIFFERS", governed.clause(), guide.closesOn()));
        }
        guide.limits().forEach(limit -> warnings.add(new Warning("GUIDE_SETS_LIMIT", limit.clause(), null)));
        return new Guidance(policy, year, edition.digest(), supplied, warnings);
    }

    public boolean isHeld() {
        return digest != null;
    }

    /** A core says nothing where no guide bears on it. */
    static void write(CanonicalJson json, Guidance guidance) {
        if (guidance != null) {
            guidance.write(json.name("guide"));
        }
    }

    public void write(CanonicalJson json) {
        json.object();
        if (isHeld()) {
            json.name("digest").value(digest);
        }
        json.name("held").value(isHeld()).name("policy").value(policy);
        if (!supplied.isEmpty()) {
            json.name("supplied").object();
            supplied.forEach((fact, value) -> {
                if (value instanceof Boolean truth) {
                    json.name(fact).value(truth);
                } else {
                    json.name(fact).value(value.toString());
                }
            });
            json.end();
        }
        json.name("warnings").array();
        for (Warning warning : warnings) {
            json.object().name("clause").value(warning.clause).name("code").value(warning.code);
            if (warning.day != null) {
                json.name("day").value(warning.day.toString());
            }
            json.end();
        }
        json.end().name("year").value(year).end();
    }
}
