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
import org.jboss.logging.Logger;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;

/**
 * Sees to it that every document is decided by the rule base that its steps name for this moment. Each instance looks for itself; what
 * took effect is noted by whichever is first.
 */
public final class Publication {

    private static final Logger LOG = Logger.getLogger(Publication.class);

    private final EditionStore store;
    private final TenureStore tenures;
    private final RuleBases bases;
    private final Clock clock;
    private final Proving proving;
    private final Rebasing rebasing;
    private final Map<String, InForce> settled = new HashMap<>();
    /** Documents to which an instance of another build brought its rules after this one began: they are its to bring up to date. */
    private final Set<String> overtaken = new HashSet<>();
    private final Troubles troubles = new Troubles();
    /** The last step taken before this instance began; null until it looks for the first time. */
    private Long begun;
    /** The last step that is among what decided when. */
    private long remembered = -1;

    Publication(EditionStore store, TenureStore tenures, RuleBases bases, Proving proving, Clock clock) {
        this.store = store;
        this.tenures = tenures;
        this.bases = bases;
        this.clock = clock;
        this.proving = proving;
        this.rebasing = new Rebasing(store, bases, proving);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Troubles troubles() {
        return troubles;
    }

    /** Puts in force what is due; returns whether anything decides now that did not before. */
    synchronized boolean look() throws SQLException {
        if (begun == null) {
            tenures.begin(bases.fromBuild(), now());
            begun = tenures.newest();
        }
        boolean changed = false;
        for (InForce due : store.deciding(now()).values()) {
            String policy = due.table().policy();
            if (!due.equals(settled.get(policy)) && bases.built(policy).isPresent()) {
                changed |= settle(policy, due);
            }
        }
        remember(tenures.newest());
        return changed;
    }

    /**
     * What another step is taken on top of: this build's sources with the workbooks settled so far. They are not taken from what decides,
     * which may be broken or of an earlier build and must not be in the way of what takes its place.
     *
     * @param last the last step settled; null where there is none
     */
    synchronized Sources planned(String policy, InForce last, Instant until) throws SQLException, Proving.Unproved {
        return last != null && overtaken.contains(policy) ? proving.kept(last.ruleBase()).sources() : rebasing.wanted(policy, until);
    }

    /** What was planned under an earlier build is made of this one before it is due: it is on time then, or found out early. */
    synchronized void lookAhead() throws SQLException {
        for (Edition planned : store.all()) {
            String policy = planned.table().policy();
            if (planned.is(Step.State.APPROVED, Step.State.SCHEDULED) && bases.built(policy).isPresent() && !overtaken.contains(policy)) {
                try {
                    rebasing.ahead(planned);
                } catch (Proving.Unproved flawed) {
                    LOG.errorf("edition %d of %s will not take effect: %s", planned.number(), planned.table(), flawed.getMessage());
                    troubles.refuse(policy, begun, planned.table() + " 第 " + planned.number() + " 版到时不能生效：" + flawed.getMessage());
                }
            }
        }
    }

    /** What decided when, for whoever asks as of another day, or by what was known at another moment. */
    private void remember(long newest) throws SQLException {
        if (remembered != newest) {
            tenures.all().forEach(bases::decided);
            remembered = newest;
        }
    }

    private boolean settle(String policy, InForce due) throws SQLException {
        try {
            if (isOfEarlierBuild(due) && rebased(due)) {
                InForce instead = store.deciding(now()).get(policy);
                return !instead.equals(due) && settle(policy, instead);
            }
        } catch (Proving.Unproved flawed) {
            if (refuse(due, "在这次构建的规则之上：" + flawed.getMessage())) {
                return false;
            }
        }
        boolean changed;
        try {
            changed = put(due);
        } catch (Proving.Unproved flawed) {
            if (!refuse(due, flawed.getMessage())) {
                settled.put(policy, due);
            }
            return false;
        }
        store.alone(policy, connection -> {
            note(connection, policy, now());
            return null;
        });
        settled.put(policy, due);
        troubles.over(policy, due.sequence());
        troubles.conflict(policy, rebasing.conflicts(policy));
        return changed;
    }

    /** What was decided on while this instance ran, others saw as it is; what is older may have been made under another build. */
    private boolean isOfEarlierBuild(InForce due) {
        String policy = due.table().policy();
        if (due.sequence() > begun && due.build() != null && !due.build().equals(bases.built(policy).orElseThrow().digest())) {
            overtaken.add(policy);
        }
        return due.sequence() <= begun && !overtaken.contains(policy);
    }

    /** Whether something else decides in its place, or is being made by another instance. */
    private boolean rebased(InForce due) throws SQLException, Proving.Unproved {
        Instant now = now();
        Rebasing.Result result = rebasing.of(due, now, connection -> note(connection, due.table().policy(), now));
        if (result == Rebasing.Result.ELSEWHERE && !settled.containsKey(due.table().policy())) {
            put(due);
        }
        return result != Rebasing.Result.CURRENT;
    }

    /** Whether something else decided before. */
    private boolean put(InForce due) throws Proving.Unproved {
        String before = bases.inForce(due.table().policy()).orElseThrow().digest();
        if (before.equals(due.ruleBase())) {
            return false;
        }
        bases.replace(proving.kept(due.ruleBase()));
        LOG.infof("rules of %s: %s decides, by edition %d of %s (%s); before it %s", due.table().policy(), due.ruleBase(), due.edition(), due.table(), due.by(), before);
        return true;
    }

    /** Whether that is the end of the edition; one in force stays so, and it is for an approver to withdraw it. */
    private boolean refuse(InForce due, String flaw) throws SQLException {
        LOG.errorf("rule base %s is REFUSED and what decided before goes on: %s", due.ruleBase(), flaw);
        troubles.refuse(due.table().policy(), due.sequence(), due.table() + " 第 " + due.edition() + " 版：" + flaw);
        return store.alone(due.table().policy(), connection -> {
            boolean ends = EditionStore.find(connection, due.table(), due.edition()).get(0).is(Step.State.APPROVED, Step.State.SCHEDULED);
            if (ends) {
                EditionStore.take(connection, due.table(), due.edition(), Step.of(Step.State.REFUSED, now(), Step.SERVICE, flaw));
            }
            return ends;
        });
    }

    /** What is due is in force, and what was before it of the same table no longer is. */
    private static void note(Connection connection, String policy, Instant now) throws SQLException {
        List<Edition> due = EditionStore.ofPolicy(connection, policy).stream()
                .filter(edition -> edition.is(Step.State.APPROVED, Step.State.SCHEDULED) && !edition.effectiveFrom().isAfter(now))
                .sorted(Comparator.comparing(Edition::effectiveFrom)).toList();
        for (Edition edition : due) {
            noteOne(connection, edition, now);
        }
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
