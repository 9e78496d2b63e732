package org.zhunsheng.editions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.zhunsheng.affected.Result;
import org.zhunsheng.tables.Row;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.tables.TypedTable;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Editions as JSON. */
final class EditionWriter {

    private EditionWriter() {
    }

    static CanonicalJson write(CanonicalJson json, Edition edition) {
        return write(json, edition, Optional.empty(), Optional.empty(), null);
    }

    /**
     * @param affected   what is known of whom it would affect
     * @param difference to the other edition that it is held against, where there is one
     * @param tables     what stands in it; null where it is not told or cannot be read
     */
    static CanonicalJson write(CanonicalJson json, Edition edition, Optional<Result> affected, Optional<Differences.Told> difference, Tables tables) {
        json.object();
        affected.ifPresent(result -> json.name("affected").canonical(result.summary()));
        if (edition.author() != null) {
            json.name("author").value(edition.author()).name("base").value(edition.base());
        }
        difference.ifPresent(told -> json.name("difference").canonical(told.json()));
        json.name("digest").value(edition.digest()).name("edition").value(edition.number());
        if (edition.effectiveFrom() != null) {
            json.name("effectiveFrom").value(BeijingTime.of(edition.effectiveFrom()));
        }
        if (edition.report() != null) {
            json.name("report").canonical(edition.report().getBytes(UTF_8));
        }
        json.name("state").value(edition.state().name()).name("steps").array();
        edition.steps().forEach(step -> step.write(json));
        json.end().name("table").value(edition.table().toString());
        if (tables != null) {
            json.name("tables").array();
            tables.tables().forEach(table -> write(json, table));
            json.end();
        }
        if (edition.uploadedAt() != null) {
            json.name("uploadedAt").value(BeijingTime.of(edition.uploadedAt()));
        }
        return json.end();
    }

    private static void write(CanonicalJson json, TypedTable table) {
        json.object().name("hitPolicy").value(table.hitPolicy()).name("id").value(table.id()).name("rows").array();
        table.rows().forEach(row -> write(json, row));
        json.end().name("title").value(table.title()).end();
    }

    private static void write(CanonicalJson json, Row row) {
        json.object().name("cells").array();
        row.cells().forEach(cell -> json.object().name("heading").value(cell.heading()).name("place").value(cell.place()).name("shown").value(cell.shown()).end());
        json.end().name("clause").value(row.clause()).name("row").value(row.id()).end();
    }

    /** A table in the list of all. */
    static void summary(CanonicalJson json, TableId table, List<Edition> editions) {
        Edition inForce = editions.stream().filter(edition -> edition.is(Step.State.IN_FORCE)).findFirst().orElseThrow();
        json.object().name("digest").value(inForce.digest()).name("inForce").value(inForce.number()).name("newest").value(editions.get(0).number())
                .name("policy").value(table.policy()).name("table").value(table.toString()).end();
    }
}
