package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.wire.Digest;

/**
 * Brings the rules of this build to documents that are decided by editions: the workbooks in force stay, everything around them is as the
 * build brought it. Without that a correction of the rules would never reach a document once a table of it was published.
 */
final class Rebasing {

    private static final Logger LOG = Logger.getLogger(Rebasing.class);

    private final EditionStore store;
    private final RuleBases bases;
    private final Proving proving;

    Rebasing(EditionStore store, RuleBases bases, Proving proving) {
        this.store = store;
        this.bases = bases;
        this.proving = proving;
    }

    enum Result { CURRENT, DONE, ELSEWHERE }

    /**
     * Makes, verifies and notes what decides in the place of this step, where that is not of this build.
     *
     * @param noting what else is noted with it, in the same transaction
     */
    Result of(InForce due, Instant now, Noting noting) throws SQLException, Proving.Unproved {
        String policy = due.table().policy();
        Sources wanted = wanted(policy, now);
        if (wanted.digest(Compiler.engine()).equals(due.ruleBase())) {
            return Result.CURRENT;
        }
        try (Connection alone = store.rebasing(policy).orElse(null)) {
            if (alone == null) {
                return Result.ELSEWHERE;
            }
            RuleBase next = proving.of(wanted);
            return note(due, next, now, noting) ? Result.DONE : Result.ELSEWHERE;
        }
    }

    /** What else becomes of the editions of a document at that moment. */
    interface Noting {
        void on(Connection connection) throws SQLException;
    }

    private boolean note(InForce due, RuleBase next, Instant now, Noting noting) throws SQLException {
        String policy = due.table().policy();
        String build = bases.built(policy).orElseThrow().digest();
        return store.alone(policy, connection -> {
            if (!due.equals(EditionStore.deciding(connection, now).get(policy))) {
                return false;
            }
            noting.on(connection);
            EditionStore.take(connection, due.table(), due.edition(), new Step(Step.State.REBASED, now, Step.SERVICE,
                    "新构建的规则（" + build + "），决策表不变", next.digest(), due.effectiveFrom(), build));
            LOG.infof("rules of %s: %s is made of this build's %s and the editions in force, in the place of %s", policy, next.digest(), build, due.ruleBase());
            return true;
        });
    }

    /** Compiled before it is due, so that it takes effect on time, and found out early where it does not stand. */
    void ahead(Edition planned) throws SQLException, Proving.Unproved {
        String policy = planned.table().policy();
        Sources wanted = wanted(policy, planned.effectiveFrom());
        try (Connection alone = store.rebasing(policy).orElse(null)) {
            if (alone != null) {
                proving.of(wanted);
            }
        }
    }

    /** The sources of this build with the workbooks by which a document is decided at a moment. */
    Sources wanted(String policy, Instant at) throws SQLException, Proving.Unproved {
        Sources wanted = bases.built(policy).orElseThrow().sources();
        for (Edition edition : inForce(store.ofPolicy(policy), at)) {
            if (edition.table().in(wanted) == null) {
                throw new Proving.Unproved("这次构建没有决策表 " + edition.table());
            }
            wanted = wanted.with(edition.table().file(), store.content(edition.table(), edition.number()));
        }
        return wanted;
    }

    /** Of every table the one by which it is decided at a moment, once what is due by then has taken effect. */
    private static Collection<Edition> inForce(List<Edition> editions, Instant at) {
        Map<TableId, Edition> inForce = new TreeMap<>();
        editions.stream().filter(edition -> edition.is(Step.State.IN_FORCE)
                        || edition.is(Step.State.APPROVED, Step.State.SCHEDULED) && !edition.effectiveFrom().isAfter(at))
                .sorted(Comparator.comparing(Edition::effectiveFrom).thenComparing(Edition::number))
                .forEach(edition -> inForce.put(edition.table(), edition));
        return inForce.values();
    }

    /**
     * The tables of a document of which this build brings a workbook that whoever made the edition in force had not before him. The edition
     * stays, as two people approved it; that the build says something else must not go unseen.
     */
    Map<TableId, Edition> conflicts(String policy) throws SQLException {
        List<Edition> editions = store.ofPolicy(policy);
        Map<TableId, Edition> conflicts = new TreeMap<>();
        for (Edition edition : editions) {
            if (edition.is(Step.State.IN_FORCE) && !seen(edition, editions).contains(shipped(bases.built(policy).orElseThrow(), edition.table()))) {
                conflicts.put(edition.table(), edition);
            }
        }
        return conflicts;
    }

    private static String shipped(RuleBase built, TableId table) {
        byte[] workbook = table.in(built.sources());
        return workbook == null ? null : Digest.of(workbook);
    }

    /** The workbooks an edition goes back to, and those that builds had brought before it was handed in. */
    private Set<String> seen(Edition edition, List<Edition> editions) {
        Set<String> seen = new HashSet<>(Set.of(edition.digest(), edition.base()));
        for (Edition before = edition; before != null;) {
            String base = before.base();
            before = editions.stream().filter(other -> other.table().equals(edition.table()) && other.digest().equals(base) && seen.add(other.base()))
                    .findFirst().orElse(null);
        }
        editions.stream().flatMap(each -> each.steps().stream())
                .filter(step -> step.state() == Step.State.REBASED && step.at().isBefore(edition.uploadedAt()))
                .map(step -> bases.find(step.build())).flatMap(Optional::stream).map(built -> shipped(built, edition.table())).forEach(seen::add);
        return seen;
    }
}
