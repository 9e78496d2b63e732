package org.zhunsheng.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** A recorded core beside the one that comes out when the same is asked again, knowing no more than was known then. */
public record Replay(String id, Under under, byte[] core, Renewal.Replayed again) {

    public static Replay of(Renewal renewal, String id, byte[] answer, Under under) {
        byte[] core = Answer.core(answer);
        JsonNode recorded = Comparison.tree(core);
        if (!renewal.gives(recorded)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "编号 " + id + " 不是这一类的决定", id + " is no decision of this kind");
        }
        Renewal.Replayed again = renewal.replayed(core, recorded, under);
        return new Replay(id, under, core, new Renewal.Replayed(EarlierNotation.of(recorded, again.core()), again.ruleBase()));
    }

    public boolean same() {
        return Arrays.equals(core, again.core());
    }

    /** By clause and amount, need and judgement: whatever else differs leaves the answer as it was. */
    public List<Comparison.Change> changes() {
        return same() ? List.of() : Comparison.changes(Comparison.tree(core), Comparison.tree(again.core()));
    }

    public CanonicalJson writeChanges(CanonicalJson json) {
        json.array();
        changes().forEach(change -> change.write(json));
        return json.end();
    }

    public byte[] json() {
        CanonicalJson json = new CanonicalJson().object();
        writeChanges(json.name("changes")).name("coreDigest").value(Digest.of(core)).name("differences").array();
        Comparison.differences(Comparison.tree(core), Comparison.tree(again.core())).forEach(json::value);
        return json.end().name("id").value(id).name("replayedCoreDigest").value(Digest.of(again.core())).name("ruleBase").value(again.ruleBase())
                .name("same").value(same()).name("under").value(under.written()).end().bytes();
    }
}
