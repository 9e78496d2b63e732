package org.zhunsheng.tables;

import static org.zhunsheng.tables.Condition.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhunsheng.facts.Judgements;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.findings.Operators;
import org.zhunsheng.findings.Shown;
import org.zhunsheng.findings.Tiers;
import org.zhunsheng.findings.Verdict;

/** What single cells demand where a person has, or may have, to decide. */
final class Decided {

    private Decided() {
    }

    record OrOpen(FactPath fact, ColumnSpec.Open open, Viewpoint viewpoint, List<Constant> admitted) implements Condition {

        @Override
        public String drl() {
            return call("codeOrOpen", fact, Constant.of(open.value()), viewpoint.judgements(), open.point(), viewpoint.readings(),
                    open.reading(), open.accept(), open.reject(), admitted);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.codeOrOpen(fact.in(from), Constant.of(open.value()).value(), viewpoint.judgements().in(from), open.point(),
                    viewpoint.readings().in(from), open.reading(), open.accept(), open.reject(), Constant.values(admitted));
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of(open.reading(), List.of(open.accept(), open.reject()));
        }

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(fact, List.of());
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(open.point(), List.of());
        }
    }

    record OpenList(Condition listed, ColumnSpec.Open open, Viewpoint viewpoint) implements Condition {

        @Override
        public String drl() {
            Object[] arguments = {listed, viewpoint.judgements(), open.point(), viewpoint.readings(), open.reading(), open.accept(), open.reject()};
            String asked = call("openList", arguments);
            return open.shows() == null ? asked
                    : "Shown.beyond( " + listed.drl() + ", " + asked + shown().map(one -> ", " + one.drl()).collect(Collectors.joining()) + " )";
        }

        private Stream<Shown> shown() {
            return open.shows().entrySet().stream().map(one -> Shown.value(one.getKey(), one.getValue()));
        }

        @Override
        public Verdict test(Object from) {
            Verdict verdict = Operators.openList(listed.test(from), viewpoint.judgements().in(from), open.point(),
                    viewpoint.readings().in(from), open.reading(), open.accept(), open.reject());
            return open.shows() == null ? verdict : Shown.beyond(listed.test(from), verdict, shown().toArray(Shown[]::new));
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of(open.reading(), List.of(open.accept(), open.reject()));
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(open.point(), List.of());
        }

        @Override
        public List<Condition> parts() {
            return List.of(listed);
        }
    }

    record Graded(FactPath judgements, String point, String grade, List<String> scale, FactPath readingsChosen) implements Condition {

        @Override
        public String drl() {
            return call("grade", judgements, point, grade, readingsChosen);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.grade(judgements.in(from), point, grade, readingsChosen.in(from));
        }

        @Override
        public Map<String, List<String>> readings() {
            return Map.of("A07", List.of("STRICT"));
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(point, scale);
        }
    }

    record Judged(FactPath judgements, String point) implements Condition {

        @Override
        public String drl() {
            return call("judged", judgements, point);
        }

        @Override
        public Verdict test(Object from) {
            return Operators.judged(judgements.<Judgements>in(from), point);
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(point, List.of());
        }
    }

    record MainlyFor(FactPath plan, FactPath judgements, String point, List<Constant> purposes) implements Condition {

        @Override
        public String drl() {
            return call("mainlyFor", plan, judgements, point, purposes);
        }

        @Override
        public Verdict test(Object from) {
            return Tiers.mainlyFor(plan.in(from), judgements.in(from), point,
                    purposes.stream().map(Constant::value).toArray(PlannedUse.Purpose[]::new));
        }

        @Override
        public Map<FactPath, List<BigDecimal>> facts() {
            return Map.of(plan, List.of());
        }

        @Override
        public Map<String, List<String>> points() {
            return Map.of(point, List.of());
        }
    }
}
