package org.zhunsheng.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The judgements of a case before one more, as that one sees them.
 *
 * @param supersedes those on the same point
 * @param leavesOut  those on other points that stand, but that the judged decision does not contain: it was named although a later
 *                   one existed, or two persons judged it at once
 */
public record Earlier(List<String> supersedes, List<String> leavesOut) {

    static Earlier than(Judged judged, List<RecordedJudgement> ofCase) {
        Map<String, RecordedJudgement> byResult = new HashMap<>();
        ofCase.forEach(judgement -> byResult.put(judgement.result(), judgement));
        Set<String> contained = new HashSet<>();
        for (RecordedJudgement led = byResult.get(judged.decision()); led != null; led = byResult.get(led.decision())) {
            contained.add(led.id());
        }
        return new Earlier(ofCase.stream().filter(judgement -> judgement.point().equals(judged.point())).map(RecordedJudgement::id).toList(),
                ofCase.stream().filter(judgement -> !judgement.point().equals(judged.point()) && judgement.supersededBy() == null
                        && !contained.contains(judgement.id())).map(RecordedJudgement::id).toList());
    }
}
