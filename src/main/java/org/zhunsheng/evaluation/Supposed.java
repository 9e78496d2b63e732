package org.zhunsheng.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBase;

/**
 * A request that can be decided again as if some of its facts were otherwise: by the same rules, guide and readings and, unless the
 * supposed application decides the day, as of the same day. Nothing of it is recorded.
 */
public final class Supposed {

    private static final String SUBMITTED = "application.submittedOn";

    private final Desk desk;
    private final Inquiry inquiry;
    private final boolean dayIsAsked;
    private final HeldGuides held;
    private final FactCatalogue catalogue;

    /** @param dayIsAsked whether the request itself names the day, so that another day of submission does not move it */
    Supposed(Desk desk, Inquiry inquiry, boolean dayIsAsked, HeldGuides held, FactCatalogue catalogue) {
        this.desk = desk;
        this.inquiry = inquiry;
        this.dayIsAsked = dayIsAsked;
        this.held = held;
        this.catalogue = catalogue;
    }

    public RuleBase base() {
        return desk.base();
    }

    public Readings readings() {
        return inquiry.readings();
    }

    /** In the order of the decisions that were recorded. */
    public List<Selection> selections() {
        return inquiry.selections();
    }

    /** A fact that stands in a block, or null where the path names none. */
    public Known<?> fact(String path) {
        int dot = path.indexOf('.');
        boolean stands = dot > 0 && catalogue.block(path.substring(0, dot)) != null && catalogue.block(path.substring(0, dot)).position(path.substring(dot + 1)) >= 0;
        return stands ? Place.of(path, catalogue).in(inquiry.facts()) : null;
    }

    public Decision decide(Selection selection, Map<String, Object> otherwise) {
        Map<String, Object> facts = new HashMap<>(inquiry.facts());
        otherwise.forEach((path, value) -> Place.of(path, catalogue).put(value, facts));
        LocalDate asOf = !dayIsAsked && otherwise.containsKey(SUBMITTED) ? ((Application) facts.get("application")).submittedOn().value() : inquiry.asOf();
        Inquiry supposed = new Inquiry(List.of(selection), asOf, inquiry.readings(), inquiry.judgements(), facts);
        return desk.decide(desk.guided(supposed, held)).get(0);
    }
}
