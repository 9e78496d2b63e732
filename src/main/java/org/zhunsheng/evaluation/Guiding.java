package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.Known;
import org.zhunsheng.guides.GuideEdition;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.AnnualGuide;
import org.zhunsheng.policy.Policy;

/** Puts the guide of the year beside an inquiry of a document that leaves something to it, before anything is decided. */
final class Guiding {

    private final Policy policy;
    private final AnnualGuide governed;
    private final BlockModel block;
    private final int position;

    Guiding(Policy policy, FactCatalogue catalogue) {
        this.policy = policy;
        this.governed = policy.annualGuide();
        String fact = governed == null ? null : governed.closingDay();
        this.block = fact == null ? null : catalogue.block(fact.substring(0, fact.indexOf('.')));
        this.position = block == null ? -1 : block.position(fact.substring(fact.indexOf('.') + 1));
        if (fact != null && position < 0) {
            throw new IllegalStateException("台账 " + policy.policy() + " 的 closingDay 不是事实：" + fact);
        }
    }

    Inquiry guided(Inquiry inquiry, HeldGuides held) {
        if (governed == null || inquiry.selections().isEmpty() || !governed.questions().contains(inquiry.selections().get(0).plan().question())
                || !policy.inForce(inquiry.asOf())) {
            return inquiry;
        }
        Application application = inquiry.facts().get("application") instanceof Application written ? written : null;
        LocalDate submitted = application == null ? null : application.submittedOn().value();
        int year = year(application, inquiry.asOf());
        Optional<GuideEdition> edition = held.of(policy.policy(), year);
        Known<?> stated = stated(inquiry.facts());
        Guidance guidance = Guidance.of(policy.policy(), year, governed, edition.orElse(null), submitted, !stated.isMissing(),
                stated.value() instanceof LocalDate day ? day : null);
        return new Inquiry(inquiry.selections(), inquiry.asOf(), inquiry.readings(), inquiry.judgements(),
                guidance.supplied() == null ? inquiry.facts() : supplied(inquiry.facts(), guidance.closesOn()), guidance);
    }

    /** The year the application names its notice by; otherwise that of the day it was handed in, or is asked about. */
    private static int year(Application application, LocalDate asOf) {
        if (application != null && application.noticeYear().isValue()) {
            return application.noticeYear().value();
        }
        return application != null && application.submittedOn().isValue() ? application.submittedOn().value().getYear() : asOf.getYear();
    }

    private Known<?> stated(Map<String, Object> facts) {
        if (block == null) {
            return Known.missing("closingDay");
        }
        Object written = facts.get(block.path());
        return written == null ? block.facts().get(position).missing() : block.value(written, position);
    }

    private Map<String, Object> supplied(Map<String, Object> facts, LocalDate closesOn) {
        Object written = facts.getOrDefault(block.path(), block.missing());
        Known<?>[] values = new Known<?>[block.facts().size()];
        for (int i = 0; i < values.length; i++) {
            FactModel fact = block.facts().get(i);
            values[i] = i == position ? fact.of(closesOn) : block.value(written, i);
        }
        Map<String, Object> supplied = new HashMap<>(facts);
        supplied.put(block.path(), block.of(values));
        return supplied;
    }
}
