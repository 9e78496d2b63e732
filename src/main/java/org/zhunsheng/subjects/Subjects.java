package org.zhunsheng.subjects;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhunsheng.record.Ids;

/** The units that the service knows, in the transaction of whoever asks. Who asks for several must ask in the order of their codes. */
@Singleton
public final class Subjects {

    /** So many at once that a round trip costs nothing, and so few that one statement stays well within the connection's patience. */
    private static final int PORTION = 2_000;

    private final Ids ids;

    public Subjects(Ids ids) {
        this.ids = ids;
    }

    /** The unit that has this code, or had it once. */
    public Optional<Subject> byCode(Connection connection, CreditCode code, Instant knownAt) throws SQLException {
        String holder = holder(connection, code, knownAt).orElse(null);
        return holder == null ? Optional.empty() : byId(connection, holder, knownAt);
    }

    /** Its id alone, without what else is known of it. */
    public Optional<String> holder(Connection connection, CreditCode code, Instant knownAt) throws SQLException {
        return Optional.ofNullable(new SubjectTable(connection).holders(List.of(code.text()), knownAt).get(code.text()));
    }

    public Optional<Subject> byId(Connection connection, String id, Instant knownAt) throws SQLException {
        return new SubjectTable(connection).find(id, knownAt);
    }

    /**
     * The unit with this code, founded if nobody has it. Of many who ask for one new code at the same time one founds it and the others
     * wait for him. A unit that is there keeps its names: what somebody calls it in passing is no renaming.
     */
    public Subject ensure(Connection connection, CreditCode code, String name, String source, String by, Instant at) throws SQLException {
        String id = ensureAll(connection, List.of(code), Arrays.asList(name), source, by, at).get(0);
        return byId(connection, id, SubjectTable.NOW).orElseThrow();
    }

    /**
     * The same for many: the id of the unit of each code, in their order; codes may occur more than once.
     *
     * @param names one for each code, null where it is not known
     */
    public List<String> ensureAll(Connection connection, List<CreditCode> codes, List<String> names, String source, String by, Instant at)
            throws SQLException {
        SubjectTable table = new SubjectTable(connection);
        TreeMap<String, String> nameByCode = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            nameByCode.merge(codes.get(i).text(), names.get(i) == null ? "" : names.get(i), (first, second) -> first.isEmpty() ? second : first);
        }
        List<String> distinct = List.copyOf(nameByCode.keySet());
        Map<String, String> holders = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += PORTION) {
            List<String> portion = distinct.subList(from, Math.min(from + PORTION, distinct.size()));
            holders.putAll(table.holders(portion, SubjectTable.NOW));
            for (List<String> missing = missing(portion, holders); !missing.isEmpty(); missing = missing(missing, holders)) {
                // in this order: who takes a code after we looked for its holder takes the edition that we want
                Map<String, Integer> editions = table.editions(missing);
                holders.putAll(table.holders(missing, SubjectTable.NOW));
                found(table, missing(missing, holders), editions, nameByCode, holders, source, by, at);
            }
        }
        return codes.stream().map(code -> holders.get(code.text())).toList();
    }

    private static List<String> missing(List<String> codes, Map<String, String> holders) {
        return codes.stream().filter(code -> !holders.containsKey(code)).toList();
    }

    private void found(SubjectTable table, List<String> codes, Map<String, Integer> editions, Map<String, String> nameByCode,
            Map<String, String> holders, String source, String by, Instant at) throws SQLException {
        List<String> wanted = codes.stream().map(code -> ids.next()).toList();
        table.found(codes, wanted, codes.stream().map(code -> ids.next()).toList(),
                codes.stream().map(code -> editions.getOrDefault(code, 0) + 1).toList(), source, by, at);
        holders.putAll(table.holders(codes, SubjectTable.NOW));
        List<String> names = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            if (wanted.get(i).equals(holders.get(codes.get(i))) && !nameByCode.get(codes.get(i)).isEmpty()) {
                names.add(nameByCode.get(codes.get(i)));
                named.add(wanted.get(i));
            }
        }
        table.name(names, named, named.stream().map(name -> ids.next()).toList(), source, by, at);
    }

    /** Whose earlier awards may count as this unit's, by the events up to that day. */
    public Lineage lineage(Connection connection, String subject, LocalDate day, Instant knownAt) throws SQLException {
        return new EventTable(connection).lineage(subject, day, knownAt);
    }
}
