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
        return awards.stream().filter(award -> supports(award.stateAt(moment))).map(award -> of(award, standing.of(award.content().subject()))).toList();
    }

    Entry of(Award award, Unit unit) {
        return new Entry(award, unit, fact(award, unit));
    }

    /** A place held is as good as an approval: whoever asks meanwhile must not get the same. One given up or run out is nothing. */
    private static boolean supports(Award.State state) {
        return state != Award.State.RELEASED && state != Award.State.EXPIRED;
    }

    /**
     * Whether it is the same unit is said by the register of units, which knows former codes; the code of the act is therefore left out
     * where it is, since another code would say the contrary.
     */
    private PriorAward fact(Award award, Unit unit) {
        Award.Content content = award.content();
        Map<String, Object> known = new HashMap<>();
        known.put("awardId", award.code());
        known.put("unitCode", unit == Unit.OTHER ? content.unitCode() : null);
        known.put("sameUnit", unit == Unit.UNCERTAIN ? null : unit == Unit.SAME);
        known.put("policy", content.policy());
        known.put("direction", content.direction() == null ? Known.none(FACT + "[].direction") : content.direction());
        known.put("contentKey", content.contentKey());
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
