package org.zhunsheng.uploads;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.tables.CellError;
import org.zhunsheng.tables.Flaw;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What a workbook is told before it may become an edition: why it is not opened, or what its cells hold that they may not, or else what is
 * wrong with its tables as wholes; and, where anything is, the author's own file with all of it at its place. Nothing is accepted that one
 * of the checks did not see.
 *
 * @param cases what came of the cases of the document; none where the tables are not in order
 */
public record Report(Optional<String> refusal, List<CellError> cells, List<Flaw> flaws, Map<Flaw.Kind, Integer> found, Optional<CaseRun> cases,
                     Optional<byte[]> workbook) {

    static Report refused(String why) {
        return new Report(Optional.of(why), List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** The author's workbook may be lacking: what is wrong is said all the same. */
    Report with(Optional<byte[]> annotated) {
        return new Report(refusal, cells, flaws, found, cases, annotated);
    }

    public boolean isAccepted() {
        return refusal.isEmpty() && cells.isEmpty() && flaws.isEmpty();
    }

    /** Whether there is anything to show its author in his own file. */
    boolean isSilent() {
        return isAccepted() && cases.stream().allMatch(run -> run.failing().isEmpty());
    }

    public byte[] json() {
        CanonicalJson json = new CanonicalJson().object().name("accepted").value(isAccepted());
        cases.ifPresent(run -> run.write(json.name("cases")));
        json.name("cells").array();
        for (CellError cell : cells) {
            json.object().name("cell").value(cell.cell()).name("expected").value(cell.expected()).name("read").value(cell.read())
                    .name("sheet").value(cell.sheet()).end();
        }
        json.end().name("flaws").array();
        for (Flaw flaw : flaws) {
            write(json, flaw);
        }
        json.end().name("found").object();
        found.entrySet().stream().sorted((one, other) -> one.getKey().name().compareTo(other.getKey().name()))
                .forEach(each -> json.name(each.getKey().name()).value(each.getValue()));
        json.end();
        refusal.ifPresent(why -> json.name("refusal").value(why));
        return json.end().bytes();
    }

    private static void write(CanonicalJson json, Flaw flaw) {
        json.object().name("columns");
        texts(json, flaw.columns());
        json.name("detail").value(flaw.detail()).name("english").value(flaw.english()).name("examples").array();
        flaw.examples().forEach(example -> cells(json, example));
        json.end().name("kind").value(flaw.kind().name());
        if (!flaw.place().isEmpty()) {
            json.name("place").value(flaw.place());
        }
        if (!flaw.proposed().isEmpty()) {
            cells(json.name("proposed"), flaw.proposed());
        }
        texts(json.name("rows"), flaw.rows());
        json.name("table").value(flaw.table()).end();
    }

    private static void texts(CanonicalJson json, List<String> texts) {
        json.array();
        texts.forEach(json::value);
        json.end();
    }

    /** In the order of the columns, which an object would not keep. */
    private static void cells(CanonicalJson json, Map<String, String> cells) {
        json.array();
        cells.forEach((heading, cell) -> json.object().name("cell").value(cell).name("heading").value(heading).end());
        json.end();
    }
}
