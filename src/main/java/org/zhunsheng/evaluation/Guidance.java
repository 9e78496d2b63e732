package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.guides.Guide;
import org.zhunsheng.guides.GuideEdition;
import org.zhunsheng.policy.AnnualGuide;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What the guide of the year adds to an answer: which edition was used, or that none is held; the fact it supplied, if it did; and what
 * an applicant should know of it.
 */
public record Guidance(String policy, int year, String digest, String supplied, LocalDate closesOn, List<Warning> warnings) {

    public record Warning(String code, String clause, LocalDate day) {
    }

    /** @param stated what the caller says the closing day is: a day, none at all, or nothing, which is null */
    static Guidance of(String policy, int year, AnnualGuide governed, GuideEdition edition, LocalDate submitted, boolean stated, LocalDate closing) {
        List<Warning> warnings = new ArrayList<>();
        if (edition == null) {
            warnings.add(new Warning("GUIDE_NOT_HELD", governed.clause(), null));
            return new Guidance(policy, year, null, null, null, warnings);
        }
        Guide guide = edition.guide();
        if (submitted != null && guide.opensOn() != null && submitted.isBefore(guide.opensOn())) {
            warnings.add(new Warning("BEFORE_GUIDE_OPENS", governed.clause(), guide.opensOn()));
        }
        if (submitted != null && guide.closesOn() != null && submitted.isAfter(guide.closesOn())) {
            warnings.add(new Warning("AFTER_GUIDE_CLOSES", governed.clause(), guide.closesOn()));
        }
        if (stated && guide.closesOn() != null && !guide.closesOn().equals(closing)) {
            warnings.add(new Warning("STATED_DEADLINE_DIFFERS", governed.clause(), guide.closesOn()));
        }
        guide.limits().forEach(limit -> warnings.add(new Warning("GUIDE_SETS_LIMIT", limit.clause(), null)));
        boolean supplies = governed.closingDay() != null && !stated && guide.closesOn() != null;
        return new Guidance(policy, year, edition.digest(), supplies ? governed.closingDay() : null, guide.closesOn(), warnings);
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
        if (supplied != null) {
            json.name("supplied").object().name(supplied).value(closesOn.toString()).end();
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
