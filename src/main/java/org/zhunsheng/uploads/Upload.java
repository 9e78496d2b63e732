package org.zhunsheng.uploads;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.tables.CellError;
import org.zhunsheng.tables.Flaw;
import org.zhunsheng.tables.Opened;
import org.zhunsheng.tables.Row;
import org.zhunsheng.tables.TableErrors;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.tables.TypedTable;
import org.zhunsheng.tables.Verification;

/** Checks a workbook that somebody hands in, before any rule is written from it. */
public final class Upload {

    private static final Logger LOG = Logger.getLogger(Upload.class);
    private static final Gate GATE = new Gate(2, 8, Duration.ofSeconds(15));
    private static final String DICTIONARY = "columns.yaml";

    private final String file;
    private final RuleBase base;
    private final Function<Tables, CaseRun> cases;

    private Upload(String file, RuleBase base, Function<Tables, CaseRun> cases) {
        this.file = file;
        this.base = base;
        this.cases = cases;
    }

    /**
     * @param file  the name of the workbook that this one is to take the place of
     * @param base  what is in force: its ledger and its other tables are what the workbook is held against
     * @param cases tries the cases of the document on what stands in the workbook
     */
    public static Report check(String file, byte[] workbook, RuleBase base, Function<Tables, CaseRun> cases) {
        return Container.refusal(workbook).map(Report::refused).orElseGet(() -> new Upload(file, base, cases).opened(workbook));
    }

    private Report opened(byte[] workbook) {
        try (Gate.Turn turn = GATE.enter(); Apart apart = Apart.open(file, workbook)) {
            Report report = checked(apart.opened());
            return report.isSilent() ? report : report.with(apart.annotated(new Remarks(file, apart.opened(), report).list()));
        } catch (Apart.Unopened refused) {
            return Report.refused(refused.getMessage());
        }
    }

    /** What the cells and tables are told, wherever they were read. */
    static Report check(String file, Opened opened, RuleBase base, Function<Tables, CaseRun> cases) {
        return new Upload(file, base, cases).checked(opened);
    }

    private Report checked(Opened opened) {
        try {
            Tables tables = Tables.read(Map.of(DICTIONARY, base.sources().tables().get(DICTIONARY), file, new byte[0]), (name, bytes) -> opened);
            List<CellError> errors = besideOthers(tables);
            Verification verification = Verification.of(tables, base.policy());
            errors.addAll(tables.tested(base.policy()));
            Report report = new Report(Optional.empty(), errors, verification.flaws(), verification.found(), Optional.empty(), Optional.empty());
            return report.isAccepted() ? tried(tables, report) : report;
        } catch (TableErrors errors) {
            return new Report(Optional.empty(), errors.errors(), List.of(), Map.of(), Optional.empty(), Optional.empty());
        }
    }

    /** Cases that come out otherwise are shown and do not stand in the way; cases that cannot be tried do. */
    private Report tried(Tables tables, Report report) {
        try {
            CaseRun run = cases.apply(tables);
            return new Report(report.refusal(), report.cells(), run.broken().isEmpty() ? List.of() : List.of(untried(run.broken().get(0))),
                    report.found(), Optional.of(run), Optional.empty());
        } catch (RuntimeException impossible) {
            LOG.errorf(impossible, "cases of %s not tried", file);
            return new Report(report.refusal(), report.cells(), List.of(untried(null)), report.found(), Optional.empty(), Optional.empty());
        }
    }

    private Flaw untried(String name) {
        return new Flaw(Flaw.Kind.NOT_CHECKED, file.replace(".xlsx", ""), List.of(), List.of(), "", "本文件的用例未能试算" + (name == null ? "" : "：" + name),
                "the cases of this document could not be tried" + (name == null ? "" : ": " + name), List.of(), Map.of());
    }

    /** What is in force elsewhere must not be said a second time, and what stood here must not be lost. */
    private List<CellError> besideOthers(Tables tables) {
        List<CellError> errors = new ArrayList<>();
        if (tables.tables().isEmpty()) {
            errors.add(error("封面", "", "没有登记任何表"));
        }
        for (TypedTable former : base.tables().tables()) {
            boolean here = former.rows().stream().anyMatch(row -> row.place().startsWith(file + "!"));
            boolean again = tables.tables().stream().anyMatch(table -> table.id().equals(former.id()));
            if (!here && again && !former.rows().isEmpty()) {
                errors.add(error("", former.id(), "这个表已在另一工作簿中"));
            }
            if (here && !again) {
                errors.add(error("", former.id(), "现行工作簿里的表，本工作簿没有"));
            }
            for (Row row : here && again ? former.rows() : List.<Row>of()) {
                if (tables.rows(row.clause()).isEmpty()) {
                    errors.add(error("", row.id(), "依据条款 " + row.clause() + " 的规则行（现行版 " + row.id() + "）不见了，每一条款至少应有一行"));
                }
            }
            former.figures().keySet().stream().filter(figure -> !here && tables.tables().stream().anyMatch(table -> table.figures().containsKey(figure)))
                    .forEach(figure -> errors.add(error("", figure, "同一条款的数值已在另一工作簿中")));
        }
        return errors.stream().distinct().collect(Collectors.toCollection(ArrayList::new));
    }

    private CellError error(String sheet, String read, String expected) {
        return new CellError(file, sheet, "", read, expected);
    }
}
