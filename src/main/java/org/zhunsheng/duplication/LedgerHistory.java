package org.zhunsheng.duplication;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.AwardHistory;
import org.zhunsheng.evaluation.Remembered;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.CreditCode;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.BeijingTime;

/** The ledger as evaluations see it: the same awards, made into the same facts, that duplication checks look at. */
@Singleton
public final class LedgerHistory implements AwardHistory {

    private static final Standing NOBODY = new Standing(Set.of(), Set.of());

    private final Writes writes;
    private final Units units;
    private final History history;

    LedgerHistory(Database database, RuleBases bases, Subjects subjects) {
        this.writes = new Writes(database, Clock.systemUTC());
        this.units = new Units(subjects);
        this.history = new History(bases.catalogue());
    }

    /** What is no credit code names no unit of the register; what the caller says of it is for the rules. */
    @Override
    public Remembered of(String unitCode, String contentKey, LocalDate day, Instant knownAt) {
        Instant moment = knownAt == null ? writes.now() : knownAt;
        Instant known = knownAt == null ? AwardTable.NOW : knownAt;
        return writes.read(connection -> {
            Optional<String> unit = code(unitCode).isEmpty() ? Optional.empty() : units.known(connection, code(unitCode).get(), known);
            Standing standing = unit.isEmpty() ? NOBODY : units.standing(connection, unit.get(), day, known);
            AwardTable table = new AwardTable(connection);
            AwardTable.Extent extent = table.extent();
            return remembered(history.of(table.related(standing.all(), contentKey, known), standing, moment), standing, extent);
        });
    }

    private static Optional<CreditCode> code(String written) {
        try {
            return Optional.of(CreditCode.of(written));
        } catch (CreditCode.Malformed malformed) {
            return Optional.empty();
        }
    }

    @Override
    public Remembered recorded(JsonNode recorded) {
        return writes.read(connection -> {
            AwardTable table = new AwardTable(connection);
            List<History.Entry> entries = new ArrayList<>();
            for (JsonNode each : recorded.required("awards")) {
                Award award = table.find(each.required("award").asText(), each.required("version").asInt()).orElseThrow();
                entries.add(history.of(award, History.Unit.valueOf(each.required("unit").asText())));
            }
            return remembered(entries, new Standing(texts(recorded.required("units")), texts(recorded.required("unitsInQuestion"))),
                    new AwardTable.Extent(recorded.required("entries").asLong(), recorded.has("learnedAt")
                            ? BeijingTime.read(recorded.get("learnedAt").asText()) : null));
        });
    }

    private static Remembered remembered(List<History.Entry> entries, Standing standing, AwardTable.Extent extent) {
        return new Remembered(entries.stream().map(entry -> new Remembered.Award(entry.award().code(), entry.award().version(), entry.unit().name(),
                entry.fact())).toList(), extent.entries(), extent.learnedAt(), new TreeSet<>(standing.same()), new TreeSet<>(standing.uncertain()));
    }

    static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
