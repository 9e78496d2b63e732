package org.zhunsheng.releases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.zhunsheng.cases.Case;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.duplication.LedgerCalls;
import org.zhunsheng.duplication.Unit;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.RuleBases.EarlierBases.Kept;
import org.zhunsheng.wire.Digest;

/**
 * Keeps what this build decides, so that later builds are held to it. Run by hand at each release, with the release's name, and where not all
 * documents need be kept again with those that do, which then have no match beside them:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zhunsheng.releases.KeepRelease -Drelease=1.0 [-Dof=jjg_2022_8,cross_policy]</pre>
 *
 * The file it writes is committed and never written again: a later build that cannot reproduce it would decide otherwise what is on record.
 */
public final class KeepRelease {

    private static final int OF_EACH_POLICY = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeepRelease() {
    }

    public static void main(String[] args) throws IOException {
        Path file = Release.FOLDER.resolve(Objects.requireNonNull(System.getProperty("release"), "-Drelease=…") + ".tar.xz");
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is kept already");
        }
        RuleBases bases = new RuleBases();
        Evaluations evaluations = new Evaluations(bases);
        Release release = new Release();
        Collection<Release> earlier = Release.all().values();
        String of = System.getProperty("of", "");
        for (RuleBase base : bases.all().stream().filter(each -> of.isEmpty() || List.of(of.split(",")).contains(each.policy().policy())).toList()) {
            // what an earlier release kept already is looked up there
            if (earlier.stream().allMatch(each -> each.base(base.digest()).isEmpty())) {
                release.addBase(base.digest(), new Kept(base.policy().policy(), Compiler.engine(), base.sources().zip(), bases.compiled(base)));
            }
            List<Case> cases = Case.all().stream().filter(one -> one.policy().equals(base.policy().policy()) && !one.expect().has("error")).toList();
            for (int i = 0; i < OF_EACH_POLICY; i++) {
                ObjectNode request = (ObjectNode) cases.get(i * cases.size() / OF_EACH_POLICY).request();
                request.remove("simulate");
                Evaluations.Evaluated evaluated = evaluations.evaluate(JSON.writeValueAsBytes(request));
                add(release, base.policy().policy() + "-" + i, evaluated.core());
            }
        }
        if (of.isEmpty()) {
            add(release, "match", new Finder(bases, evaluations).found());
        }
        addChecks(release, bases, evaluations);
        release.write(file);
        System.out.println(file + ": " + Files.size(file) / 1024 + " kB");
    }

    /** Of a unit that the ledger does not know, that was supported before, and that another one's award reads like, with the rows of the ledger that they name. */
    private static void addChecks(Release release, RuleBases bases, Evaluations evaluations) throws IOException {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 2)) {
            LedgerCalls ledger = new LedgerCalls(database, bases, evaluations);
            String unit = Unit.code();
            String check = "{\"unitCode\":\"" + unit + "\",\"policy\":\"jjg_2022_8\",\"direction\":\"MAJOR_PROGRAMME\",\"contentKey\":\"K\",\"day\":\"2026-05-30\"%s}";
            add(release, "check-unknown-unit", ledger.check(check.formatted("")));
            ledger.award("""
                    {"unitCode":"%s","policy":"经开区旧政策","funderLevel":"DISTRICT","form":"MONEY","state":"PAID","contentKey":"K","decidedOn":"2023-05-30",
                     "amountYuan":2000000,"title":"高寒地区的混凝土自修复涂层检测装置研制","source":"决算"}""".formatted(unit));
            add(release, "check-supported-before", ledger.check(check.formatted("")));
            add(release, "check-alike", ledger.check(check.replace(unit, Unit.code()).replace("\"K\"", "\"L\"").formatted(",\"title\":\"面向高寒地区的混凝土自修复涂层快速检测装置\"")));
            for (String table : Release.LEDGER_TABLES) {
                release.addRows(table, TestServer.query(address, "select json_agg(t)::text from " + table + " t"));
            }
        }
    }

    private static void add(Release release, String name, byte[] core) {
        release.addDecision(name, new Answer(name, Instant.EPOCH, "system", false, null, Digest.of(core), core).json());
    }
}
