package org.zhunsheng.affected;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.affected.Sums.By;
import org.zhunsheng.affected.Sums.Group;
import org.zhunsheng.affected.Sums.Total;
import org.zhunsheng.record.DecisionLog;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/**
 * A run and what it found so far.
 *
 * @param projection null where all are made again, and until all that were drawn are: those done so far were not drawn of all
 */
public record Result(Run run, Map<By, List<Group>> groups, List<Flip> first, Projection projection) {

    static final int FEW = 20;

    /** @param most flips to be read, the first of them */
    static Result of(Connection connection, DecisionLog record, Run run, int most) throws SQLException {
        Map<By, List<Group>> groups = new EnumMap<>(By.class);
        for (By by : By.values()) {
            groups.put(by, FlipTable.summed(connection, run.order().id(), by));
        }
        boolean projected = run.order().sample() != null && run.state() == Run.State.DONE;
        return new Result(run, groups, FlipTable.of(connection, run.order().id(), most), projected ? projection(connection, record, run) : null);
    }

    private static Projection projection(Connection connection, DecisionLog record, Run run) throws SQLException {
        Map<String, Projection.Found> found = FlipTable.found(connection, run.order().id());
        Map<Long, Projection.Found> placed = new HashMap<>();
        record.places(found.keySet()).forEach((decision, place) -> placed.put(place, found.get(decision)));
        return Projection.of(run.strata(), placed);
    }

    Total total() {
        return run.total();
    }

    public byte[] json() {
        Order order = run.order();
        CanonicalJson json = new CanonicalJson().object();
        affected(json.name("affected").object());
        json.end().name("askedAt").value(BeijingTime.of(order.at())).name("askedBy").value(order.by()).name("base").value(order.base())
                .name("draft").value(order.draft()).name("edition").value(order.edition()).name("first").array();
        first.forEach(flip -> write(json, flip));
        json.end().name("id").value(order.id()).name("progress").object().name("decisions").value(run.decisions()).name("of").value(run.partsInAll())
                .name("parts").value(run.parts()).name("undecidable").value(run.undecidable()).end();
        if (order.sample() != null) {
            sample(json.name("sample"));
        }
        json.name("state").value(run.state().name()).name("steps").array();
        run.steps().forEach(step -> write(json, step));
        return json.end().name("table").value(order.policy() + "." + order.workbook()).name("upTo").value(order.upTo()).end().bytes();
    }

    /** What an edition says of its run: how far it got and how much it found. */
    public byte[] summary() {
        return new CanonicalJson().object().name("decisions").value(total().decisions()).name("differenceYuan").value(total().difference())
                .name("of").value(run.partsInAll()).name("parts").value(run.parts()).name("replayed").value(run.decisions())
                .name("sampled").value(run.order().sample() != null).name("state").value(run.state().name()).end().bytes();
    }

    private void affected(CanonicalJson json) {
        json.name("amounts").value(total().amounts());
        groups(json.name("byClause"), By.CLAUSE);
        groups(json.name("byDirection"), By.DIRECTION);
        groups(json.name("byDistrict"), By.DISTRICT);
        groups(json.name("byOutcome"), By.OUTCOME);
        json.name("conclusions").value(total().conclusions()).name("decisions").value(total().decisions()).name("fromYuan").value(total().before())
                .name("outcomes").value(total().outcomes()).name("toYuan").value(total().after());
    }

    private void groups(CanonicalJson json, By by) {
        json.array();
        groups.get(by).forEach(group -> json.object().name("count").value(group.count()).name("differenceYuan").value(group.difference())
                .name("name").value(group.name()).end());
        json.end();
    }

    private void sample(CanonicalJson json) {
        json.object().name("each").value(run.order().sample().each());
        if (projection != null) {
            estimate(json, projection.total());
            json.name("population").value(projection.population());
        }
        json.name("seed").value(run.order().sample().seed()).name("strata").array();
        for (int i = 0; i < run.strata().size(); i++) {
            Run.Stratum stratum = run.strata().get(i);
            json.object().name("direction").value(stratum.direction()).name("drawn").value(stratum.drawn().size());
            if (projection != null) {
                estimate(json, projection.rows().get(i).figures());
            }
            json.name("outcome").value(stratum.outcome()).name("population").value(stratum.population()).name("question").value(stratum.question()).end();
        }
        json.end().end();
    }

    private static void estimate(CanonicalJson json, Projection.Figures figures) {
        json.name("estimate").object();
        estimate(json.name("conclusions"), figures.conclusions());
        estimate(json.name("decisions"), figures.decisions());
        estimate(json.name("differenceYuan"), figures.difference());
        json.end();
    }

    private static void estimate(CanonicalJson json, Estimate estimate) {
        json.object().name("counted").value(estimate.counted());
        if (estimate.error() != null) {
            json.name("standardError").value(estimate.error());
        }
        json.name("total").value(estimate.rounded()).end();
    }

    private static void write(CanonicalJson json, Run.Step step) {
        json.object().name("at").value(BeijingTime.of(step.at())).name("by").value(step.by());
        if (step.detail() != null) {
            json.name("detail").value(step.detail());
        }
        json.name("state").value(step.state().name()).end();
    }

    private static void write(CanonicalJson json, Flip flip) {
        json.object();
        if (flip.amountAfter() != null) {
            json.name("amountAfterYuan").value(flip.amountAfter());
        }
        if (flip.amountBefore() != null) {
            json.name("amountBeforeYuan").value(flip.amountBefore());
        }
        json.name("clauses").array();
        flip.clauses().forEach(json::value);
        json.end().name("decision").value(flip.decision()).name("direction").value(flip.direction()).name("district").value(flip.district())
                .name("outcomeAfter").value(flip.outcomeAfter()).name("outcomeBefore").value(flip.outcomeBefore()).name("question").value(flip.question())
                .name("step").value(flip.step()).end();
    }
}
