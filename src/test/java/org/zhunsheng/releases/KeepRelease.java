package org.zhunsheng.releases;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.zhunsheng.cases.Case;
import org.zhunsheng.evaluation.Answer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.matching.Finder;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.rulebase.RuleBases.EarlierBases.Kept;
import org.zhunsheng.wire.Digest;

/**
 * Keeps what this build decides, so that later builds are held to it. Run by hand at each release, with the release's name:
 *
 * <pre>mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.zhunsheng.releases.KeepRelease -Drelease=1.0</pre>
 *
 * The file it writes is committed and never written again: a later build that cannot reproduce it would decide otherwise what is on record.
 */
public final class KeepRelease {

    static final Path FOLDER = Path.of("src/test/resources/releases");
    private static final int OF_EACH_POLICY = 4;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeepRelease() {
    }

    public static void main(String[] args) throws IOException {
        Path file = FOLDER.resolve(Objects.requireNonNull(System.getProperty("release"), "-Drelease=…") + ".tar.xz");
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is kept already");
        }
        RuleBases bases = new RuleBases();
        Evaluations evaluations = new Evaluations(bases);
        Release release = new Release();
        for (RuleBase base : bases.all()) {
            release.addBase(base.digest(), new Kept(base.policy().policy(), Compiler.engine(), base.sources().zip(), bases.compiled(base)));
            List<Case> cases = Case.all().stream().filter(one -> one.policy().equals(base.policy().policy()) && !one.expect().has("error")).toList();
            for (int i = 0; i < OF_EACH_POLICY; i++) {
                ObjectNode request = (ObjectNode) cases.get(i * cases.size() / OF_EACH_POLICY).request();
                request.remove("simulate");
                Evaluations.Evaluated evaluated = evaluations.evaluate(JSON.writeValueAsBytes(request));
                add(release, base.policy().policy() + "-" + i, evaluated.core());
            }
        }
        add(release, "match", new Finder(bases, evaluations).found());
        release.write(file);
        System.out.println(file + ": " + Files.size(file) / 1024 + " kB");
    }

    private static void add(Release release, String name, byte[] core) {
        release.addDecision(name, new Answer(name, Instant.EPOCH, "system", false, null, Digest.of(core), core).json());
    }
}
