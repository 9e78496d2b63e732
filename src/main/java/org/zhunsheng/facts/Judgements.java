package org.zhunsheng.facts;

import java.util.List;
import java.util.Map;

/**
 * The judgements of one policy, by discretion point, with the scale of every graded point, best grade first. The scales come
 * from the ledger, so that a new discretion point is a line there and no Java.
 */
public record Judgements(String policy, Map<String, Judgement> given, Map<String, List<String>> scales) {

    /** The judgement as a fact with a name of its own; asking for a point is what makes its absence an open judgement. */
    public Known<Object> at(String point) {
        String name = "judgements." + policy + "/" + point;
        Judgement judgement = given.get(point);
        return judgement == null ? Known.missing(name) : Known.of(name, judgement.value());
    }

    public boolean reaches(String point, Object grade, String required) {
        List<String> scale = scales.get(point);
        if (scale == null || !scale.contains(required)) {
            throw new IllegalArgumentException("判断点 " + point + " 没有等级 " + required);
        }
        int reached = scale.indexOf(String.valueOf(grade));
        if (reached < 0) {
            throw new IllegalArgumentException("判断点 " + point + " 没有等级 " + grade);
        }
        return reached <= scale.indexOf(required);
    }
}
