package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.guides.GuideEdition;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.AnnualGuide;
import org.zhunsheng.policy.Policy;

/** Puts the guide of the year beside an inquiry of a document that leaves something to it, before anything is decided. */
final class Guiding {

    private final Policy policy;
    private final AnnualGuide governed;
    private final Map<String, Place> places = new HashMap<>();

    Guiding(Policy policy, FactCatalogue catalogue) {
        this.policy = policy;
        this.governed = policy.annualGuide();
        if (governed != null) {
            governed.facts().forEach(fact -> places.put(fact, Place.of(fact, catalogue)));
        }
    }

    Inquiry guided(Inquiry inquiry, HeldGuides held) {
        if (governed == null || inquiry.selections().isEmpty() || !governed.questions().contains(inquiry.selections().get(0).plan().question())
                || !policy.inForce(inquiry.asOf(), inquiry.readings().chosen())) {
            return inquiry;
        }
        Application application = inquiry.facts().get("application") instanceof Application written ? written : null;
        int year = year(application, inquiry.asOf());
        GuideEdition edition = held.of(policy.policy(), year).orElse(null);
        Known<?> stated = governed.closingDay() == null ? Known.missing("closingDay") : places.get(governed.closingDay()).in(inquiry.facts());
        SortedMap<String, Object> supplied = supplied(edition, inquiry.facts());
        Map<String, Object> facts = new HashMap<>(inquiry.facts());
        supplied.forEach((fact, value) -> places.get(fact).put(value, facts));
        return new Inquiry(inquiry.selections(), inquiry.asOf(), inquiry.readings(), inquiry.judgements(), supplied.isEmpty() ? inquiry.facts() : facts,
                Guidance.of(policy.policy(), year, governed, edition, application == null ? null : application.submittedOn().value(), stated, supplied));
    }

    /** The year the application names its notice by; otherwise that of the day it was handed in, or is asked about. */
    private static int year(Application application, LocalDate asOf) {
        if (application != null && application.noticeYear().isValue()) {
            return application.noticeYear().value();
        }
        return application != null && application.submittedOn().isValue() ? application.submittedOn().value().getYear() : asOf.getYear();
    }

    /** That a guide is not held does not say that none was published, so nothing follows from it. */
    private SortedMap<String, Object> supplied(GuideEdition edition, Map<String, Object> facts) {
        SortedMap<String, Object> supplied = new TreeMap<>();
        if (edition != null && governed.closingDay() != null && edition.guide().closesOn() != null) {
            supplied.put(governed.closingDay(), edition.guide().closesOn());
        }
        if (edition != null && governed.published() != null) {
            supplied.put(governed.published(), true);
        }
        supplied.keySet().removeIf(fact -> !places.get(fact).in(facts).isMissing());
        return supplied;
    }
}
