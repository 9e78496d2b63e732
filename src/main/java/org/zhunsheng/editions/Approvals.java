package org.zhunsheng.editions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.StepRequest;

/** The steps by which another rule base comes to decide: it is made, verified and kept before anybody's word puts it in force. */
public final class Approvals implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Approvals.class);
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final EditionStore store;
    private final Proving proving;
    private final RuleBases bases;
    private final Editions editions;
    private final Publication publication;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "editions-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final Cases cases;

    Approvals(EditionStore store, Proving proving, RuleBases bases, Editions editions, Publication publication, Cases cases) {
        this.store = store;
        this.proving = proving;
        this.bases = bases;
        this.editions = editions;
        this.publication = publication;
        this.cases = cases;
    }

    /** Only by who has seen the cases that come out otherwise. */
    Edition approve(Edition edition, String by, StepRequest request) throws SQLException {
        Editions.requireHandedIn(edition);
        requireApprovable(edition, by);
        SeenCases.in(edition).requireConfirmed(request.failingCases());
        return approve(edition, by, request.reason(), request.effectiveFrom());
    }

    /**
     * @param from when it is to take effect; null at once. What was wrong from the start is put right from a moment that has passed: for days
     *             since then, while what was recorded stays, and who asks by what was known before gets what was said then
     */
    Edition approve(Edition edition, String by, String reason, Instant from) throws SQLException {
        Editions.requireHandedIn(edition);
        requireApprovable(edition, by);
        Instant now = publication.now();
        if (from != null && from.isBefore(now) && (reason == null || reason.isBlank())) {
            throw new ProblemException(ProblemCode.OUT_OF_RANGE, "生效时刻已过去：追溯更正须写明理由 (reason)；要立即生效请不写 effectiveFrom",
                    "the moment has passed: to put right what was wrong since then takes a reason; leave effectiveFrom out for it to take effect at once");
        }
        Plan plan = plan(edition.table().policy());
        RuleBase next = proved(edition, plan);
        Instant effective = from == null ? publication.now() : from;
        store.alone(edition.table().policy(), connection -> {
            requireUnchanged(connection, edition.table().policy(), plan);
            EditionStore.take(connection, edition.table(), edition.number(),
                    Step.deciding(Step.State.APPROVED, publication.now(), by, reason, next.digest(), effective));
            if (from != null && from.isAfter(now)) {
                EditionStore.take(connection, edition.table(), edition.number(), Step.of(Step.State.SCHEDULED, publication.now(), Step.SERVICE, null));
            }
            return null;
        });
        publication.look();
        return store.find(edition.table(), edition.number()).orElseThrow();
    }

    /** What was submitted is made beside what decides while nobody waits for it: who approves it finds it made, unless something else was settled meanwhile. */
    void makeReady(Edition submitted) {
        ahead.execute(() -> {
            try {
                proving.of(plan(submitted.table().policy()).sources.with(submitted.table().file(), editions.content(submitted)));
            } catch (Proving.Unproved flawed) {
                LOG.warnf("edition %d of %s would be refused: %s", submitted.number(), submitted.table(), flawed.getMessage());
            } catch (SQLException | RuntimeException failed) {
                LOG.warnf("edition %d of %s not made ready: %s", submitted.number(), submitted.table(), failed.getMessage());
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        ahead.shutdownNow();
        ahead.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** The same that the trigger refuses, before minutes are spent on compiling. */
    private static void requireApprovable(Edition edition, String by) {
        if (!edition.is(Step.State.SUBMITTED)) {
            throw wrongState(edition, "批准", "approved");
        }
        boolean own = edition.author().equals(by) || edition.steps().stream().anyMatch(step -> step.state() == Step.State.SUBMITTED && step.by().equals(by));
        if (own) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "作者和提交人不能批准自己的版本，须由另一名审批员批准",
                    "neither the author nor who submitted an edition can approve it; another approver must");
        }
    }

    static ProblemException wrongState(Edition edition, String zh, String en) {
        return new ProblemException(ProblemCode.CONFLICT, "第 " + edition.number() + " 版的状态是" + edition.state().zh + "，不能" + zh,
                "edition " + edition.number() + " is " + edition.state() + " and cannot be " + en);
    }

    /** What a document comes to be decided by, as far as it is settled now; {@code last} is null where no step settled anything. */
    private record Plan(InForce last, Sources sources) {
    }

    private Plan plan(String policy) throws SQLException {
        InForce last = store.deciding(EVER).get(policy);
        try {
            return new Plan(last, publication.planned(policy, last, EVER));
        } catch (Proving.Unproved lacking) {
            throw new ProblemException(ProblemCode.CONFLICT, "不能在本文件现有的规则之上编译：" + lacking.getMessage(), "the rules of this document cannot be built upon");
        }
    }

    private static void requireUnchanged(Connection connection, String policy, Plan plan) throws SQLException {
        if (!Objects.equals(EditionStore.deciding(connection, EVER).get(policy), plan.last)) {
            throw new ProblemException(ProblemCode.CONFLICT, "其间本文件的另一版获得批准或被撤回，请再试一次",
                    "meanwhile another edition under this document was approved or withdrawn; try again");
        }
    }

    /** Compiled beside what decides now, verified, its cases tried, and kept. Where it does not stand, the edition is refused for good. */
    private RuleBase proved(Edition edition, Plan plan) throws SQLException {
        try {
            RuleBase next = proving.of(plan.sources.with(edition.table().file(), editions.content(edition)));
            CaseRun run = cases.under(next);
            if (!run.broken().isEmpty()) {
                throw new Proving.Unproved("用例不能评定：" + run.broken().get(0));
            }
            SeenCases.in(edition).requireAll(run, () -> failingBefore(plan));
            return next;
        } catch (Proving.Unproved flawed) {
            store.alone(edition.table().policy(), connection -> {
                EditionStore.take(connection, edition.table(), edition.number(),
                        Step.of(Step.State.REFUSED, publication.now(), Step.SERVICE, flawed.getMessage()));
                return null;
            });
            LOG.errorf("edition %d of %s is REFUSED: %s", edition.number(), edition.table(), flawed.getMessage());
            throw new ProblemException(ProblemCode.CONFLICT, "规则库没有通过核验，这一版不能生效，原规则继续有效：" + flawed.getMessage(),
                    "the rule base did not verify; the edition is refused, and what decided before goes on");
        }
    }

    private Set<String> failingBefore(Plan plan) {
        try {
            return cases.under(proving.of(plan.sources)).failingNames();
        } catch (Proving.Unproved lacking) {
            return Set.of();
        }
    }

    /** Before it takes effect it comes to nothing; in force, the edition before it comes back at once. */
    Edition withdraw(Edition edition, String by, String reason) throws SQLException {
        Editions.requireHandedIn(edition);
        if (!edition.is(Step.State.IN_FORCE)) {
            store.alone(edition.table().policy(), connection -> {
                EditionStore.take(connection, edition.table(), edition.number(), Step.of(Step.State.WITHDRAWN, publication.now(), by, reason));
                return null;
            });
            return store.find(edition.table(), edition.number()).orElseThrow();
        }
        requireNothingPlanned(edition);
        Plan plan = plan(edition.table().policy());
        Optional<Edition> before = before(edition);
        byte[] workbook = before.isPresent() ? editions.content(before.get()) : editions.builtIn(edition.table());
        RuleBase next;
        try {
            next = proving.of(plan.sources.with(edition.table().file(), workbook));
        } catch (Proving.Unproved flawed) {
            throw new ProblemException(ProblemCode.CONFLICT, "撤回之后的规则库没有通过核验，不能撤回：" + flawed.getMessage(),
                    "the rule base that would come back did not verify; nothing was withdrawn");
        }
        store.alone(edition.table().policy(), connection -> {
            requireUnchanged(connection, edition.table().policy(), plan);
            Instant now = publication.now();
            EditionStore.take(connection, edition.table(), edition.number(), Step.deciding(Step.State.WITHDRAWN, now, by, reason, next.digest(), now));
            if (before.isPresent()) {
                EditionStore.take(connection, edition.table(), before.get().number(),
                        Step.of(Step.State.IN_FORCE, now, Step.SERVICE, "第 " + edition.number() + " 版被撤回"));
            }
            return null;
        });
        publication.look();
        return store.find(edition.table(), edition.number()).orElseThrow();
    }

    private void requireNothingPlanned(Edition edition) throws SQLException {
        Map<String, InForce> ever = store.deciding(EVER);
        InForce last = ever.get(edition.table().policy());
        if (last != null && last.effectiveFrom().isAfter(publication.now())) {
            throw new ProblemException(ProblemCode.CONFLICT, "本文件的 " + last.table() + " 第 " + last.edition() + " 版待生效，是在这一版之上编译的；请先撤回它",
                    "edition " + last.edition() + " of " + last.table() + " is scheduled on top of this one; withdraw that first");
        }
    }

    private Optional<Edition> before(Edition edition) throws SQLException {
        return store.of(edition.table()).stream().filter(other -> other.is(Step.State.SUPERSEDED))
                .max(Comparator.comparing(other -> other.steps().get(other.steps().size() - 1).at()));
    }
}
