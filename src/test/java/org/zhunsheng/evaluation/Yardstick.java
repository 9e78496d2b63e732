package org.zhunsheng.evaluation;

import java.time.Clock;
import java.util.List;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.EvaluationRequest;
import org.zhunsheng.wire.FactReader;
import org.zhunsheng.wire.Problems;

/** The same JSON without a decision: reads the request and writes an answer that was decided before. */
public final class Yardstick {

    private final FactReader reader;
    private final CoreWriter writer;
    private final byte[] body;
    private final Inquiry inquiry;
    private final List<Decision> decisions;
    private final String ruleBase;

    public Yardstick(RuleBases bases, byte[] body) {
        this.reader = new FactReader(bases.catalogue());
        this.writer = new CoreWriter(bases.catalogue());
        this.body = body;
        EvaluationRequest request = read();
        RuleBase base = bases.inForce(request.policy()).orElseThrow();
        this.inquiry = new Inquiries(base.policy(), bases.ids(), bases.catalogue(), Clock.systemUTC()).of(request, new Problems());
        this.decisions = new Evaluator(base, bases.catalogue()).decide(inquiry);
        this.ruleBase = base.digest();
    }

    public EvaluationRequest read() {
        return reader.read(body);
    }

    public byte[] jsonAlone() {
        return writer.core(read(), inquiry, decisions, null, ruleBase);
    }
}
