package org.zhunsheng.duplication;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.PriorAward;

/** What the ledger holds, as the facts that rules look at. */
final class History {

    static final String FACT = "awardsHistory";

    /** How the unit of an earlier award stands to the one that asks: the rules know the first and the last, the second a person must judge. */
    enum Unit { SAME, UNCERTAIN, OTHER }

    /** An award of the ledger beside the fact made of it. */
    record Entry(Award award, Unit unit, PriorAward fact) {
    }

    private final BlockModel model;

    History(FactCatalogue catalogue) {
        this.model = catalogue.rootFact(FACT).records();
    }

    BlockModel model() {
        return model;
    }

    List<Entry> of(List<Award> awards, Standing standing, Instant moment) {
        Sought sought = new Sought(standing, Settled.NOTHING, null, null);
        return supporting(awards, moment).stream().map(award -> of(award, sought)).toList();
    }

    Entry of(Award award, Unit unit) {
        return new Entry(award, unit, fact(award, unit, unit == Unit.OTHER, null));
    }

    Entry of(Award award, Sought sought) {
        return of(award, sought, sought.settled().sameContent(award).orElse(null));
    }

    /** @param sameContent what a person said, or would say, of the content; null where nobody did and the keys count */
    Entry of(Award award, Sought sought, Boolean sameContent) {
        Unit unit = sought.unit(award);
        boolean byCode = unit == Unit.OTHER && sought.settled().sameUnit(award.content().subject()).isEmpty();
        return new Entry(award, unit, fact(award, unit, byCode, sameContent));
    }

    static List<Award> supporting(List<Award> awards, Instant moment) {
        return awards.stream().filter(award -> supports(award.stateAt(moment))).toList();
    }

    /** A place held is as good as an approval: whoever asks meanwhile must not get the same. One given up or run out is nothing. */
    private static boolean supports(Award.State state) {
        return state != Award.State.RELEASED && state != Award.State.EXPIRED;
    }

    /**
     * Whether it is the same unit is said by the register of units, which knows former codes; the code of the act is therefore left out
     * where it is, since another code would say the contrary. So is the content key where a person has judged.
     */
    private PriorAward fact(Award award, Unit unit, boolean byCode, Boolean sameContent) {
        Award.Content content = award.content();
        Map<String, Object> known = new HashMap<>();
        known.put("awardId", award.code());
        known.put("unitCode", byCode ? content.unitCode() : null);
        known.put("sameUnit", unit == Unit.UNCERTAIN ? null : unit == Unit.SAME);
        known.put("policy", content.policy());
        known.put("direction", content.direction() == null ? Known.none(FACT + "[].direction") : content.direction());
        known.put("contentKey", sameContent == null ? content.contentKey() : null);
        known.put("sameContent", sameContent);
        known.put("funderLevel", content.funderLevel());
        known.put("form", content.form());
        known.put("state", state(award.state()));
        known.put("decidedOn", content.decidedOn());
        known.put("receivedOn", content.receivedOn());
        known.put("amountYuan", content.amountYuan());
        known.put("source", content.source());
        return (PriorAward) model.of(known);
    }

    private static PriorAward.State state(Award.State state) {
        return switch (state) {
            case PAID -> PriorAward.State.PAID;
            case CANCELLED_BEFORE_PAYMENT -> PriorAward.State.CANCELLED_BEFORE_PAYMENT;
            case RECOVERED -> PriorAward.State.RECOVERED;
            default -> PriorAward.State.APPROVED;
        };
    }
}
