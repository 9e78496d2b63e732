package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jboss.logging.Logger;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;

/**
 * Sees to it that every document is decided by the rule base that its steps name for this moment. Each instance looks for itself; what
 * took effect is noted by whichever is first.
 */
public final class Publication {

    private static final Logger LOG = Logger.getLogger(Publication.class);

    private final EditionStore store;
    private final RuleBases bases;
    private final Clock clock;
    private final Map<String, InForce> settled = new HashMap<>();
    private final Set<String> verified = new HashSet<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();

    Publication(EditionStore store, RuleBases bases, Clock clock) {
        this.store = store;
        this.bases = bases;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What should decide and does not, by document, and why; what decided before goes on deciding. */
    Map<String, String> refused() {
        return new TreeMap<>(refused);
    }

    /** Puts in force what is due; returns whether anything decides now that did not before. */
    synchronized boolean look() throws SQLException {
        boolean changed = false;
        for (InForce due : store.deciding(now()).values()) {
            String policy = due.table().policy();
            if (!due.equals(settled.get(policy)) && bases.built(policy).isPresent()) {
                changed |= settle(policy, due);
            }
        }
        return changed;
    }

    private boolean settle(String policy, InForce due) throws SQLException {
        RuleBase before = bases.inForce(policy).orElseThrow();
        if (!before.digest().equals(due.ruleBase())) {
            String flaw = put(due);
            if (flaw != null) {
                refuse(due, flaw);
                return false;
            }
            LOG.infof("rules of %s: %s decides, by edition %d of %s (%s); before it %s", policy, due.ruleBase(), due.edition(), due.table(), due.by(),
                    before.digest());
        }
        note(policy);
        refused.remove(policy);
        if (!bases.inForce(policy).orElseThrow().sources().sharesRulesWith(bases.built(policy).orElseThrow().sources())) {
            LOG.warnf("rules of %s: %s was made under an earlier build; what this build changed in the rules themselves is not in it", policy, due.ruleBase());
        }
        settled.put(policy, due);
        return !before.digest().equals(due.ruleBase());
    }

    /** What speaks against it; null where it decides from now on. */
    private String put(InForce due) {
        RuleBase next;
        try {
            next = bases.named(due.ruleBase());
        } catch (RecordUnavailable later) {
            throw later;
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "rule base %s cannot be loaded", due.ruleBase());
            return "保存的规则库读不出，或与其摘要不符";
        }
        if (!verified.contains(next.digest())) {
            List<String> flaws = Candidate.flaws(next);
            if (!flaws.isEmpty()) {
                return flaws.get(0);
            }
            verified.add(next.digest());
        }
        bases.replace(next);
        return null;
    }

    private void refuse(InForce due, String flaw) throws SQLException {
        LOG.errorf("rule base %s is REFUSED and what decided before goes on: %s", due.ruleBase(), flaw);
        refused.put(due.table().policy(), due.table() + " 第 " + due.edition() + " 版：" + flaw);
        store.alone(due.table().policy(), connection -> {
            Edition edition = EditionStore.find(connection, due.table(), due.edition()).get(0);
            if (edition.is(Step.State.APPROVED, Step.State.SCHEDULED)) {
                EditionStore.take(connection, due.table(), due.edition(), Step.of(Step.State.REFUSED, now(), Step.SERVICE, flaw));
            }
            return null;
        });
    }

    /** What is due is in force, and what was before it of the same table no longer is. */
    private void note(String policy) throws SQLException {
        Instant now = now();
        store.alone(policy, connection -> {
            List<Edition> due = EditionStore.ofPolicy(connection, policy).stream()
                    .filter(edition -> edition.is(Step.State.APPROVED, Step.State.SCHEDULED) && !edition.effectiveFrom().isAfter(now))
                    .sorted(Comparator.comparing(Edition::effectiveFrom)).toList();
            for (Edition edition : due) {
                noteOne(connection, edition, now);
            }
            return null;
        });
    }

    private static void noteOne(Connection connection, Edition edition, Instant now) throws SQLException {
        for (Edition other : EditionStore.find(connection, edition.table(), 0)) {
            if (other.is(Step.State.IN_FORCE)) {
                EditionStore.take(connection, other.table(), other.number(),
                        Step.of(Step.State.SUPERSEDED, now, Step.SERVICE, "第 " + edition.number() + " 版生效"));
            }
        }
        EditionStore.take(connection, edition.table(), edition.number(), Step.of(Step.State.IN_FORCE, now, Step.SERVICE, null));
    }
}
