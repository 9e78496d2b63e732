package org.zhunsheng.editions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.zhunsheng.record.RecordUnavailable;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.Sources;

/** Rule bases are compiled beside what decides, held against their own tables and kept, before any of them decides. */
final class Proving {

    private static final Logger LOG = Logger.getLogger(Proving.class);

    private static final long NANOS = 1_000_000;

    private final RuleBaseStore kept;
    private final RuleBases bases;
    private final Object making = new Object();
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    Proving(RuleBaseStore kept, RuleBases bases) {
        this.kept = kept;
        this.bases = bases;
    }

    static final class Unproved extends Exception {

        private static final long serialVersionUID = 1L;

        Unproved(String why) {
            super(why);
        }
    }

    /** The rule base of these sources, verified; the one that was kept before, where there is one. */
    RuleBase of(Sources sources) throws Unproved {
        String digest = sources.digest(Compiler.engine());
        if (loaded(digest).isEmpty()) {
            // one at a time: who wants what is just being made waits for it
            synchronized (making) {
                return loaded(digest).isPresent() ? kept(digest) : made(sources);
            }
        }
        return kept(digest);
    }

    private RuleBase made(Sources sources) throws Unproved {
        long begun = System.nanoTime();
        Candidate candidate = compiled(sources);
        long compiled = System.nanoTime();
        try {
            requireSound(candidate.base());
            long verified = System.nanoTime();
            kept.keep(candidate.stored());
            LOG.infof("rules of %s: %s compiled in %d ms, verified in %d ms", sources.policy(), candidate.base().digest(), (compiled - begun) / NANOS, (verified - compiled) / NANOS);
        } catch (Unproved | RuntimeException failed) {
            candidate.base().close();
            throw failed;
        }
        bases.hold(candidate.base());
        return candidate.base();
    }

    /** The rule base of this digest, loaded and verified. */
    RuleBase kept(String digest) throws Unproved {
        return requireSound(loaded(digest).orElseThrow(() -> new Unproved("没有保存规则库 " + digest)));
    }

    private Optional<RuleBase> loaded(String digest) throws Unproved {
        try {
            return bases.find(digest);
        } catch (RecordUnavailable later) {
            throw later;
        } catch (RuntimeException | LinkageError broken) {
            LOG.errorf(broken, "rule base %s cannot be loaded", digest);
            throw new Unproved("保存的规则库读不出，或与其摘要不符");
        }
    }

    /** What a build brought was verified when it was built. */
    private RuleBase requireSound(RuleBase base) throws Unproved {
        if (verified.contains(base.digest()) || bases.built(base.policy().policy()).filter(base::equals).isPresent()) {
            return base;
        }
        List<String> flaws = flaws(base);
        if (!flaws.isEmpty()) {
            throw new Unproved(flaws.get(0));
        }
        verified.add(base.digest());
        return base;
    }

    /** A package compiled against the classes of another build may not even run. */
    private List<String> flaws(RuleBase base) {
        try {
            return Candidate.flaws(base, bases.inForce(base.policy().policy()).orElseThrow());
        } catch (RuntimeException | LinkageError broken) {
            LOG.errorf(broken, "rule base %s cannot be run", base.digest());
            return List.of("规则库不能运行");
        }
    }

    private static Candidate compiled(Sources sources) throws Unproved {
        try {
            return Candidate.of(sources);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "rules of %s do not compile", sources.policy());
            throw new Unproved("与本文件的其他规则合在一起不能编译");
        }
    }
}
