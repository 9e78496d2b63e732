package org.zhunsheng.search;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The SQL of tables search_entry, search_near and search_judged as they are filled, inside the transaction of whoever fills them. */
final class EntryTable {

    private static final String LOGGED = """
            select e.leaf, d.id, d.policy, d.answer, j.point from log_entry e left join decision d on e.kind = 'DECISION' and d.id = e.reference
              left join judgement j on j.result = d.id
            where e.leaf >= ? and e.leaf < ? order by e.leaf""";
    private static final String ADD = """
            insert into search_entry (position, part, id, time, day, amount, subject, caller, policy, question, direction, outcome, rule_base, decided, facts, inputs, tags)
            select position, part, id, time, day, amount, subject, caller, policy, question, direction, outcome, rule_base, decided, facts, inputs, tags::int[]
            from unnest(?::bigint[], ?::smallint[], ?::text[], ?::timestamptz[], ?::date[], ?::numeric[], ?::text[], ?::int[], ?::int[], ?::int[],
              ?::int[], ?::int[], ?::int[], ?::int[], ?::uuid[], ?::uuid[], ?::text[])
              as n (position, part, id, time, day, amount, subject, caller, policy, question, direction, outcome, rule_base, decided, facts, inputs, tags)""";
    private static final String ADD_NEAR = "insert into search_near (clause, fact, threshold, permille, upwards, position, part)"
            + " select * from unnest(?::int[], ?::int[], ?::numeric[], ?::smallint[], ?::boolean[], ?::bigint[], ?::smallint[])";
    private static final String ADD_JUDGED = "insert into search_judged (position, point, value, judge)"
            + " select * from unnest(?::bigint[], ?::int[], ?::int[], ?::bigint[])";

    /** In columns of their own, in this order, since they are told with what is found. */
    private static final List<Name.Kind> CODED = List.of(Name.Kind.CALLER, Name.Kind.POLICY, Name.Kind.QUESTION, Name.Kind.DIRECTION, Name.Kind.OUTCOME,
            Name.Kind.RULE_BASE, Name.Kind.DECIDED);

    /** An entry of the log; what is no decision has neither policy nor answer. */
    record Logged(long position, String id, String policy, byte[] answer, String point) {
    }

    /** What a decision is found by, and where it stands. */
    record Placed(long position, String id, Found found) {
    }

    private record PlacedPart(Placed placed, int number, Found.Part part) {
    }

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    List<Logged> logged(long from, long to) throws SQLException {
        List<Logged> logged = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LOGGED)) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    logged.add(new Logged(row.getLong(1), row.getString(2), row.getString(3), row.getBytes(4), row.getString(5)));
                }
            }
        }
        return logged;
    }

    void add(List<Placed> placed, Map<Name, Integer> codes) throws SQLException {
        List<PlacedPart> parts = new ArrayList<>();
        placed.forEach(each -> each.found.parts().forEach(part -> parts.add(new PlacedPart(each, each.found.parts().indexOf(part), part))));
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            int column = 0;
            insert.setArray(++column, column(parts, "bigint", each -> each.placed.position));
            insert.setArray(++column, column(parts, "smallint", PlacedPart::number));
            insert.setArray(++column, column(parts, "text", each -> each.placed.id));
            insert.setArray(++column, column(parts, "timestamptz", each -> each.placed.found.time().toString()));
            insert.setArray(++column, column(parts, "date", each -> each.placed.found.day().toString()));
            insert.setArray(++column, column(parts, "numeric", each -> each.part.amount()));
            insert.setArray(++column, column(parts, "text", each -> each.placed.found.subject()));
            for (Name.Kind kind : CODED) {
                insert.setArray(++column, column(parts, "int", each -> each.part.name(kind).map(codes::get).orElse(null)));
            }
            insert.setArray(++column, column(parts, "uuid", each -> each.part.facts()));
            insert.setArray(++column, column(parts, "uuid", each -> each.part.inputs()));
            insert.setArray(++column, column(parts, "text", each -> each.part.tags().stream().map(name -> codes.get(name).toString())
                    .collect(Collectors.joining(",", "{", "}"))));
            insert.executeUpdate();
        }
        addNear(parts, codes);
        addJudged(placed, codes);
    }

    private void addNear(List<PlacedPart> parts, Map<Name, Integer> codes) throws SQLException {
        record At(PlacedPart place, Found.Near near) {
        }
        List<At> all = parts.stream().flatMap(part -> part.part.near().stream().map(near -> new At(part, near))).toList();
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD_NEAR)) {
            insert.setArray(1, column(all, "int", at -> codes.get(at.near.clause())));
            insert.setArray(2, column(all, "int", at -> codes.get(at.near.fact())));
            insert.setArray(3, column(all, "numeric", at -> at.near.threshold()));
            insert.setArray(4, column(all, "smallint", at -> at.near.permille()));
            insert.setArray(5, column(all, "boolean", at -> at.near.upwards()));
            insert.setArray(6, column(all, "bigint", at -> at.place.placed.position));
            insert.setArray(7, column(all, "smallint", at -> at.place.number));
            insert.executeUpdate();
        }
    }

    private void addJudged(List<Placed> placed, Map<Name, Integer> codes) throws SQLException {
        record At(long position, Found.Judged judged) {
        }
        List<At> all = placed.stream().flatMap(each -> each.found.judged().stream().map(judged -> new At(each.position, judged))).toList();
        if (all.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(ADD_JUDGED)) {
            insert.setArray(1, column(all, "bigint", At::position));
            insert.setArray(2, column(all, "int", at -> codes.get(at.judged.point())));
            insert.setArray(3, column(all, "int", at -> codes.get(at.judged.value())));
            insert.setArray(4, column(all, "bigint", at -> at.judged.judge()));
            insert.executeUpdate();
        }
    }

    private <T> Array column(Collection<T> rows, String type, Function<T, Object> field) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(field).toArray());
    }
}
