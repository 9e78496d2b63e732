package org.zhunsheng.judgement;

import org.zhunsheng.facts.Judgement;
import org.zhunsheng.record.RecordedJudgement;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes recorded judgements as JSON, names in their order. */
final class JudgementWriter {

    private JudgementWriter() {
    }

    static void write(CanonicalJson json, RecordedJudgement recorded) {
        Judgement judgement = recorded.judgement();
        json.object().name("by").value(judgement.by()).name("caller").value(recorded.caller()).name("decision").value(recorded.decision())
                .name("followedBy").value(recorded.result()).name("id").value(recorded.id()).name("on").value(judgement.on().toString())
                .name("point").value(recorded.point()).name("reason").value(judgement.reason());
        if (recorded.supersededBy() != null) {
            json.name("supersededBy").value(recorded.supersededBy());
        }
        json.name("supersedes").array();
        recorded.supersedes().forEach(json::value);
        json.end().name("time").value(BeijingTime.of(recorded.time())).name("value");
        if (judgement.value() instanceof Boolean truth) {
            json.value(truth);
        } else {
            json.value(judgement.value().toString());
        }
        json.end();
    }
}
