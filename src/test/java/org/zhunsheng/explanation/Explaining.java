package org.zhunsheng.explanation;

import java.util.List;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.explanation.Explanation.Depth;
import org.zhunsheng.law.OfficialTexts;
import org.zhunsheng.nearest.Changeable;
import org.zhunsheng.nearest.Lift;
import org.zhunsheng.nearest.Nearest;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Language;

/** Explanations as their resource writes them, for benchmarks that leave HTTP out. */
public final class Explaining {

    private final Evaluations evaluations;
    private final Explainer explainer;
    private final Nearest nearest;

    public Explaining(RuleBases bases, Evaluations evaluations) {
        this.evaluations = evaluations;
        this.explainer = new Explainer(new Library(bases), register -> null, OfficialTexts.NONE);
        this.nearest = new Nearest(evaluations, bases.catalogue(), Changeable.STATED);
    }

    /** What the record holds of a request. */
    public byte[] recorded(byte[] request) {
        Evaluations.Evaluated evaluated = evaluations.evaluate(request);
        return new CanonicalJson().object().name("caller").value("system").name("core").canonical(evaluated.core()).name("coreDigest")
                .value(evaluated.coreDigest()).name("id").value("019a9f2c-1d3b-7c41-9e05-6f2d8a4b7c10").name("simulated").value(false).name("time")
                .value("2023-04-21T09:30:00.000+08:00").end().bytes();
    }

    private List<List<Lift>> lifts(byte[] answer, boolean better) {
        return better ? nearest(answer) : List.of();
    }

    public byte[] json(byte[] answer, boolean better) {
        return explainer.explain(answer, Language.ZH, lifts(answer, better)).json(Depth.PAGE);
    }

    public byte[] html(byte[] answer, boolean better) {
        return Form.HTML.write(explainer.explain(answer, Language.ZH, lifts(answer, better)), Depth.PAGE, "");
    }

    /** Looked for anew, where the service remembers what it found. */
    public List<List<Lift>> nearest(byte[] answer) {
        return nearest.of(Answer.member(answer, "core"));
    }
}
