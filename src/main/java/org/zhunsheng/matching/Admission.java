package org.zhunsheng.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.evaluation.Desk;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Contradictions;
import org.zhunsheng.wire.MatchRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Holds a profile against all documents before any of them decides: what it says twice, which readings and judgements they know. */
final class Admission {

    private final MatchRequest request;
    private final List<Desk> desks;
    private final RuleBases bases;
    private final Problems problems = new Problems();

    Admission(MatchRequest request, List<Desk> desks, RuleBases bases) {
        this.request = request;
        this.desks = desks;
        this.bases = bases;
    }

    /** The facts of every activity with those that hold for all. */
    List<Map<String, Object>> profiles() {
        Profile profile = new Profile(bases.catalogue(), new Contradictions(bases.catalogue()), problems);
        List<Map<String, Object>> profiles = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        admit(request.judgements(), "/judgements/");
        for (int i = 0; i < request.activities().size(); i++) {
            MatchRequest.Activity activity = request.activities().get(i);
            if (!names.add(activity.activity())) {
                problems.at("/activities/" + i + "/activity", ProblemCode.CONTRADICTION, "事项编号 " + activity.activity() + " 重复",
                        "activity " + activity.activity() + " occurs twice");
            }
            admit(activity.judgements(), "/activities/" + i + "/judgements/");
            profiles.add(profile.joined(request.facts(), activity.facts(), i));
        }
        admit(request.readings());
        problems.raise();
        return profiles;
    }

    /** One id may stand for another question in every document; one of them must be able to answer it so. */
    private void admit(Map<String, String> readings) {
        readings.forEach((id, option) -> {
            if (desks.stream().noneMatch(desk -> desk.admits(id, option))) {
                desks.stream().filter(desk -> desk.base().policy().reading(id).isPresent()).findFirst().ifPresentOrElse(
                        desk -> desk.refuse(id, option, problems), () -> problems.at("/readings/" + Problems.step(id), ProblemCode.UNKNOWN_READING,
                                "没有口径 " + id, "there is no reading " + id));
            }
        });
        desks.forEach(desk -> desk.requireConsistent(readings, problems));
    }

    /** Here and not where an activity is decided: there it is no longer known who said it, nor looked at what nobody asks about. */
    private void admit(Map<String, Judgement> judgements, String at) {
        judgements.forEach((name, judgement) -> desks.stream().filter(desk -> name.startsWith(desk.base().policy().policy() + "/")).findFirst()
                .ifPresentOrElse(desk -> desk.admits(name, judgement, at + Problems.step(name), at + Problems.step(name) + "/value", problems),
                        () -> problems.at(at + Problems.step(name), ProblemCode.UNKNOWN_JUDGEMENT, "判断点应写作 文件编号/条款，文件编号应为：" + bases.names(),
                                "a discretion point is written as document/clause, the document one of " + bases.names())));
    }
}
