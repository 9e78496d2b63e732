package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.database.Database;
import org.zhunsheng.record.Keys;
import org.zhunsheng.rulebase.Draft;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.tables.TableErrors;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.uploads.Report;
import org.zhunsheng.uploads.Upload;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** The editions of decision tables as people ask for them and hand them in. */
public final class Editions {

    private final Database database;
    private final EditionStore store;
    private final RuleBases bases;
    private final Publication publication;
    private final Cases cases;

    Editions(Database database, EditionStore store, RuleBases bases, Publication publication, Cases cases) {
        this.database = database;
        this.store = store;
        this.bases = bases;
        this.publication = publication;
        this.cases = cases;
    }

    /** Every workbook that decides something. */
    List<TableId> tables() {
        return bases.all().stream().flatMap(base -> base.sources().tables().keySet().stream().filter(TableId::isWorkbook)
                .map(file -> TableId.of(base.policy().policy(), file))).sorted().toList();
    }

    TableId table(String written) {
        TableId table = TableId.read(written);
        if (table == null || bases.built(table.policy()).map(base -> table.in(base.sources())).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "没有决策表 " + written + "，全部决策表见 /v1/tables",
                    "there is no decision table " + written + "; /v1/tables lists them");
        }
        return table;
    }

    /** From the newest to what the service was built with. */
    List<Edition> of(TableId table) throws SQLException {
        List<Edition> handedIn = store.of(table);
        boolean builtDecides = handedIn.stream().noneMatch(edition -> edition.is(Step.State.IN_FORCE));
        List<Edition> all = new ArrayList<>(handedIn);
        all.add(0, Edition.built(table, Digest.of(builtIn(table)), builtDecides));
        Collections.reverse(all);
        return all;
    }

    Edition find(TableId table, String written) throws SQLException {
        Optional<Edition> found = written.matches("[0-9]{1,9}") ? of(table).stream().filter(edition -> edition.number() == Integer.parseInt(written)).findFirst()
                : Optional.empty();
        return found.orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "决策表 " + table + " 没有第 " + written + " 版",
                "decision table " + table + " has no edition " + written));
    }

    byte[] builtIn(TableId table) {
        return table.in(bases.built(table.policy()).orElseThrow().sources());
    }

    byte[] content(Edition edition) throws SQLException {
        return edition.number() == Edition.BUILT ? builtIn(edition.table()) : store.content(edition.table(), edition.number());
    }

    /** What stands in a workbook, by the columns of its document; nothing where it cannot be read. */
    Optional<Tables> read(Edition edition) throws SQLException {
        Map<String, byte[]> files = new HashMap<>(inForce(edition.table()).sources().tables());
        files.keySet().removeIf(TableId::isWorkbook);
        files.put(edition.table().file(), content(edition));
        try {
            return Optional.of(Tables.read(files));
        } catch (TableErrors refused) {
            return Optional.empty();
        }
    }

    RuleBase inForce(TableId table) {
        return bases.inForce(table.policy()).orElseThrow();
    }

    /** The workbook with remarks, as the checks would make them now; nothing where there is nothing to mend. */
    Optional<byte[]> remarks(Edition edition) throws SQLException {
        return edition.number() == Edition.BUILT ? Optional.empty()
                : checked(edition.table(), content(edition), inForce(edition.table())).workbook();
    }

    private Report checked(TableId table, byte[] workbook, RuleBase base) {
        return Upload.check(table.file(), workbook, base, tables -> {
            try (RuleBase draft = Draft.of(base, table.file(), workbook, tables)) {
                return cases.under(draft);
            }
        });
    }

    /** Keeps a workbook as the next edition of its table, with what the checks say of it; repeated under its key it is kept once. */
    byte[] handIn(TableId table, byte[] workbook, String author, String key) throws SQLException {
        Keys.requireUsable(key);
        RuleBase base = inForce(table);
        Report report = checked(table, workbook, base);
        report.refusal().ifPresent(why -> {
            throw new ProblemException(ProblemCode.WORKBOOK_REFUSED, why, "the file cannot be taken as a workbook: " + why);
        });
        String digest = Digest.of(workbook);
        String request = Digest.of(("table " + table + "\n" + digest).getBytes(UTF_8));
        return Keys.once(database, author, key, request, connection -> {
            EditionStore.lock(connection, table.policy());
            return keep(connection, table, workbook, digest, Digest.of(table.in(base.sources())), report, author);
        });
    }

    private byte[] keep(Connection connection, TableId table, byte[] workbook, String digest, String base, Report report, String author)
            throws SQLException {
        Instant now = publication.now();
        int number = EditionStore.add(connection, table, workbook, digest, base, new String(report.json(), UTF_8), now, author);
        EditionStore.take(connection, table, number, Step.of(Step.State.DRAFT, now, author, null));
        if (report.isAccepted()) {
            EditionStore.take(connection, table, number, Step.of(Step.State.CHECKED, now, Step.SERVICE, null));
        }
        return EditionWriter.write(new CanonicalJson(), EditionStore.find(connection, table, number).get(0)).bytes();
    }

    Edition submit(Edition edition, String by, String reason) throws SQLException {
        requireHandedIn(edition);
        if (edition.is(Step.State.DRAFT)) {
            throw new ProblemException(ProblemCode.CONFLICT, "第 " + edition.number() + " 版没有通过检查，不能提交；请改正后重新上传",
                    "edition " + edition.number() + " did not pass the checks; mend it and hand it in again");
        }
        return take(edition, Step.of(Step.State.SUBMITTED, publication.now(), by, reason));
    }

    static void requireHandedIn(Edition edition) {
        if (edition.number() == Edition.BUILT) {
            throw new ProblemException(ProblemCode.CONFLICT, "随程序发布的版本不能提交、批准或撤回", "what the service was built with takes no steps");
        }
    }

    private Edition take(Edition edition, Step step) throws SQLException {
        return store.alone(edition.table().policy(), connection -> {
            EditionStore.take(connection, edition.table(), edition.number(), step);
            return EditionStore.find(connection, edition.table(), edition.number()).get(0);
        });
    }
}
