package org.zhunsheng.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.BlockModel;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.Known;
import org.zhunsheng.wire.Contradictions;
import org.zhunsheng.wire.MatchRequest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.Problems;

/** Joins what holds for all activities with what is said of one. Said twice in two ways, neither is taken. */
final class Profile {

    private final FactCatalogue catalogue;
    private final Contradictions contradictions;
    private final Problems problems;

    Profile(FactCatalogue catalogue, Contradictions contradictions, Problems problems) {
        this.catalogue = catalogue;
        this.contradictions = contradictions;
        this.problems = problems;
    }

    /** One day for all activities, since it decides which documents are in force; said for none of them it is today. */
    static LocalDate day(MatchRequest request, LocalDate today, Problems problems) {
        LocalDate said = request.asOf() != null ? request.asOf() : submittedOn(request.facts());
        if (said != null) {
            return said;
        }
        for (int i = 0; i < request.activities().size(); i++) {
            LocalDate own = submittedOn(request.activities().get(i).facts());
            if (said != null && own != null && !own.equals(said)) {
                problems.at("/activities/" + i + "/facts/application/submittedOn", ProblemCode.CONTRADICTION,
                        "各活动的申报提交日不同（" + said + "、" + own + "），请用 asOf 写明按哪一天问",
                        "the activities are submitted on different days (" + said + ", " + own + "); say with asOf which day is asked about");
            }
            said = said == null ? own : said;
        }
        return said == null ? today : said;
    }

    private static LocalDate submittedOn(Map<String, Object> facts) {
        return facts.get("application") instanceof Application application ? application.submittedOn().value() : null;
    }

    Map<String, Object> joined(Map<String, Object> common, Map<String, Object> own, int activity) {
        Map<String, Object> joined = new HashMap<>(common);
        own.forEach((name, said) -> joined.merge(name, said, (before, now) -> {
            BlockModel block = catalogue.block(name);
            return block == null ? same("/facts/" + name, activity, (Known<?>) before, (Known<?>) now) : joined(block, activity, before, now);
        }));
        return joined;
    }

    private Object joined(BlockModel block, int activity, Object common, Object own) {
        Known<?>[] values = new Known<?>[block.facts().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = same("/facts/" + block.path() + "/" + block.facts().get(i).name(), activity, block.value(common, i), block.value(own, i));
        }
        contradictions.check(block, values, () -> "/activities/" + activity + "/facts/" + block.path(), problems);
        return block.of(values);
    }

    private Known<?> same(String pointer, int activity, Known<?> common, Known<?> own) {
        if (own.isMissing() || common.isMissing()) {
            return own.isMissing() ? common : own;
        }
        if (common.isNone() != own.isNone() || !Objects.equals(common.value(), own.value())) {
            problems.at("/activities/" + activity + pointer, ProblemCode.CONTRADICTION, "与 " + pointer + " 所写不同，两处只能有一个对",
                    "differs from what " + pointer + " says; only one of them can be right");
        }
        return own;
    }
}
