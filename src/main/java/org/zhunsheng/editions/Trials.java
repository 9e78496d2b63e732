package org.zhunsheng.editions;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.affected.Affected;
import org.zhunsheng.affected.Order;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.SampleReader;

/** What runs over the record need of editions: which rule base one would make, and that rule base. */
final class Trials implements Affected.Drafts {

    private final Editions editions;
    private final RuleBases bases;
    private final RuleBaseStore kept;
    private final DecisionLog record;
    private final Ids ids;

    Trials(Editions editions, RuleBases bases, RuleBaseStore kept, DecisionLog record, Ids ids) {
        this.editions = editions;
        this.bases = bases;
        this.kept = kept;
        this.record = record;
        this.ids = ids;
    }

    Order order(Edition edition, SampleReader.Asked asked, String by) throws SQLException {
        Editions.requireHandedIn(edition);
        if (!edition.is(Step.State.CHECKED, Step.State.SUBMITTED, Step.State.APPROVED, Step.State.SCHEDULED)) {
            throw Approvals.wrongState(edition, "试算影响到谁", "tried on the record");
        }
        RuleBase base = editions.inForce(edition.table());
        String draft = sources(base, edition).digest(Compiler.engine());
        Order.Sample sample = asked.seed() == null ? null : new Order.Sample(asked.seed(), asked.each());
        return new Order(ids.next(), edition.table().policy(), edition.table().workbook(), edition.number(), edition.digest(), base.digest(), draft, record.newest(),
                sample, Affected.now(), by);
    }

    private Sources sources(RuleBase base, Edition edition) throws SQLException {
        return base.sources().with(edition.table().file(), editions.content(edition));
    }

    /** Compiled once for the run. Whoever approves the edition has it compiled and verified all the same. */
    @Override
    public Pair of(Order order) throws SQLException {
        RuleBase base = bases.named(order.base());
        Sources sources = sources(base, editions.find(new TableId(order.policy(), order.workbook()), String.valueOf(order.edition())));
        if (!sources.digest(Compiler.engine()).equals(order.draft())) {
            throw new ProblemException(ProblemCode.CONFLICT, "程序已换了版本，请重新开始试算", "the service was upgraded meanwhile; begin anew");
        }
        Optional<StoredRuleBase> stored = kept.load(order.draft());
        if (stored.isPresent()) {
            return new Pair(base, Compiler.load(sources, stored.get().compiled(), Compiler.engine()));
        }
        RuleBase draft = Candidate.of(sources).base();
        List<String> flaws = Candidate.flaws(draft, base);
        if (!flaws.isEmpty()) {
            draft.close();
            throw new ProblemException(ProblemCode.CONFLICT, "这一版的规则库没有通过核验：" + flaws.get(0), "the rule base of this edition does not verify");
        }
        return new Pair(base, draft);
    }
}
