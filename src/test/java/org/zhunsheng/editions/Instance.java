package org.zhunsheng.editions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.RuleBaseStore;
import org.zhunsheng.record.StoredRuleBase;
import org.zhunsheng.rulebase.Compiler;
import org.zhunsheng.rulebase.OtherBuild;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.Digest;

/** One of several instances of the service over one database, with rule bases of its own. */
final class Instance {

    /** Once each: written anew, a workbook has other bytes again. */
    private static final Map<String, byte[]> REMARKED = new ConcurrentHashMap<>();

    final RuleBases bases;
    final EditionStore store;
    final Publication publication;
    final Editions editions;
    final Approvals approvals;
    final RuleBaseStore kept;
    private final Clock clock;

    Instance(Database database, RuleBases bases, Clock clock) {
        this.bases = bases;
        this.clock = clock;
        this.store = new EditionStore(database);
        this.kept = new RuleBaseStore(database);
        Proving proving = new Proving(kept, bases);
        Cases cases = new Cases(bases);
        this.publication = new Publication(store, new TenureStore(database), bases, proving, clock);
        this.editions = new Editions(database, store, bases, publication, cases);
        this.approvals = new Approvals(store, proving, bases, editions, publication, cases);
        bases.keepEarlierIn(digest -> kept.load(digest)
                .map(found -> new RuleBases.EarlierBases.Kept(found.policy(), found.engine(), found.sources(), found.compiled())));
        bases.all().forEach(base -> kept.keep(new StoredRuleBase(base.digest(), base.policy().policy(), Compiler.engine(), base.sources().zip(),
                bases.compiled(base))));
    }

    /** So that somebody may approve; without the ceremony of two security administrators, which other tests go through. */
    static void admitApprover(Address address) {
        TestServer.execute(address, "drop trigger by_confirmation_only on role_held");
        TestServer.execute(address, "insert into role_change (id, action, role, issuer, subject, reason, proposed_at, proposed_by) "
                + "values ('c', 'GRANT', 'APPROVER', 'i', 'approver', 'x', now(), 'x')");
        TestServer.execute(address, "insert into role_held values ('i', 'approver', 'APPROVER', null, 'c')");
    }

    String deciding(String policy) {
        return bases.inForce(policy).orElseThrow().digest();
    }

    Edition submitted(TableId table, byte[] workbook) throws SQLException {
        String base = Digest.of(table.in(editions.inForce(table).sources()));
        int number = store.alone(table.policy(), connection -> {
            int edition = EditionStore.add(connection, table, workbook, Digest.of(workbook), base, "{}", clock.instant(), "author");
            EditionStore.take(connection, table, edition, Step.of(Step.State.DRAFT, clock.instant(), "author", null));
            EditionStore.take(connection, table, edition, Step.of(Step.State.CHECKED, clock.instant(), Step.SERVICE, null));
            EditionStore.take(connection, table, edition, Step.of(Step.State.SUBMITTED, clock.instant(), "author", null));
            return edition;
        });
        return find(table, number);
    }

    /** As if another instance had made its rules before: a remark changes none, and compiling takes seconds. */
    Edition submittedAndMade(TableId table, String remark) throws Exception {
        byte[] workbook = workbook(table, remark);
        kept.keep(OtherBuild.kept(bases.built(table.policy()).orElseThrow().sources().with(table.file(), workbook), remark));
        return submitted(table, workbook);
    }

    Edition find(TableId table, int number) throws SQLException {
        return store.find(table, number).orElseThrow();
    }

    /** The same table in other bytes: another rule base, and nothing to decide otherwise. */
    static byte[] workbook(TableId table, String remark) throws IOException {
        byte[] made = REMARKED.get(table + remark);
        if (made == null) {
            made = workbook(table, book -> book.getProperties().getCoreProperties().setDescription(remark));
            REMARKED.put(table + remark, made);
        }
        return made;
    }

    static byte[] workbook(TableId table, Consumer<XSSFWorkbook> change) throws IOException {
        Path original = Path.of("decision-tables", table.policy(), table.file());
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(original))); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }
}
