package org.zhunsheng.matching;

import static org.zhunsheng.wire.ProblemCode.UNKNOWN_READING;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.policy.Reading;
import org.zhunsheng.wire.Problems;

/**
 * Holds the readings and judgements of a profile against all documents before any is asked, so that a caller is told of each where it
 * stands, also where no activity would have brought it before its document.
 */
record Admission(List<Desk> desks, Problems problems) {

    /** One document that can be read so is enough; to the others the choice says nothing. */
    void readings(Map<String, String> chosen) {
        chosen.forEach((id, option) -> {
            List<Reading> known = desks.stream().flatMap(desk -> desk.base().policy().reading(id).stream()).toList();
            List<Reading> open = known.stream().filter(Reading::selectable).toList();
            if (known.isEmpty()) {
                refuse(id, "没有口径 " + id, "there is no reading " + id);
            } else if (open.isEmpty()) {
                refuse(id, "口径 " + id + " 不能由请求切换：" + known.get(0).fixedBecause(), "reading " + id + " cannot be chosen by a request");
            } else if (open.stream().allMatch(reading -> reading.option(option).isEmpty())) {
                String keys = open.stream().map(Reading::keys).distinct().collect(Collectors.joining("；"));
                refuse(id, "口径 " + id + " 没有选项 " + option + "，可选：" + keys, "reading " + id + " has the options " + keys);
            }
        });
    }

    private void refuse(String id, String zh, String en) {
        problems.at("/readings/" + escaped(id), UNKNOWN_READING, zh, en);
    }

    /** @param at where the judgements stand: before the activities, or in one of them */
    void judgements(Map<String, Judgement> judgements, String at) {
        judgements.forEach((point, judgement) -> desks.stream().filter(desk -> point.startsWith(desk.base().policy().policy() + "/")).findFirst()
                .orElse(desks.get(0)).admits(point, judgement, at + "/judgements/" + escaped(point), problems));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
