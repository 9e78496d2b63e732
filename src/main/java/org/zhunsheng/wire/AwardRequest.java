package org.zhunsheng.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;

/** An award as a caller writes it down, or the place he wants to hold for one; what he left out is null. */
public record AwardRequest(Unit unit, String policy, String direction, String clause, String contentKey, String title, String summary,
                           FunderLevel funderLevel, Form form, BigDecimal amountYuan, State state, LocalDate decidedOn, LocalDate receivedOn,
                           LocalDate cancelledOn, LocalDate recoveredOn, String source, String reason, Integer holdMinutes,
                           Map<String, Judgement> judgements) {

    /** The supported unit by its code; a code whose check character does not fit needs a reason. */
    public record Unit(String code, String name, String checkCharacterReason) {
    }

    /** What became of an award that was decided. */
    public enum State { CONFIRMED, PAID, CANCELLED_BEFORE_PAYMENT, RECOVERED }
}
