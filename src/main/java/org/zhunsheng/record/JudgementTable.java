package org.zhunsheng.record;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.facts.Judgement;

/** The SQL of table judgement, inside the caller's transaction. */
final class JudgementTable {

    private static final String ROOT_OF_DECISION = "select coalesce((select root from judgement where result = ?), ?)";
    private static final String ROOT_OF_JUDGEMENT = "select root from judgement where id = ?";

    /** Held to the end of the transaction: who comes second sees what came first, also where another instance wrote it. */
    private static final String ONE_AFTER_THE_OTHER = "select pg_advisory_xact_lock(hashtext('judgement'), hashtext(?))";
    private static final String INSERT = """
            insert into judgement (id, time, caller, decision, result, root, point, value, judge, made_on, reason)
            values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?::json, ?, ?::date, ?)""";
    private static final String OF_CASE = """
            select id, time, caller, decision, result, point, value #>> '{}', json_typeof(value) = 'boolean', judge, made_on, reason,
                   array_agg(id) over (partition by point order by sequence rows between unbounded preceding and 1 preceding),
                   lead(id) over (partition by point order by sequence)
            from judgement where root = ? order by sequence""";

    private final Connection connection;

    JudgementTable(Connection connection) {
        this.connection = connection;
    }

    /** A repeated request finds the decision there already, and then its judgement is there as well. */
    Recorded add(Entry entry, Judged judged) throws SQLException {
        String root = text(ROOT_OF_DECISION, judged.decision(), judged.decision());
        text(ONE_AFTER_THE_OTHER, root);
        Entry following = entry.answered(judged.answer().apply(Earlier.than(judged, ofCase(root))));
        Recorded recorded = new DecisionTable(connection).add(List.of(following)).get(0);
        if (!recorded.repeated()) {
            insert(following, judged, root);
        }
        return recorded;
    }

    private void insert(Entry following, Judged judged, String root) throws SQLException {
        Judgement judgement = judged.judgement();
        String value = judgement.value() instanceof Boolean truth ? truth.toString() : "\"" + judgement.value() + "\"";
        String[] columns = {judged.id(), following.time().toString(), following.caller(), judged.decision(), following.id(), root,
            judged.point(), value, judgement.by(), judgement.on().toString(), judgement.reason()};
        try (PreparedStatement insert = prepared(INSERT, columns)) {
            insert.executeUpdate();
        }
    }

    /** All judgements of the case a decision belongs to, in their order. */
    List<RecordedJudgement> ofDecision(String decision) throws SQLException {
        return ofCase(text(ROOT_OF_DECISION, decision, decision));
    }

    Optional<RecordedJudgement> byId(String id) throws SQLException {
        String root = text(ROOT_OF_JUDGEMENT, id);
        return root == null ? Optional.empty() : ofCase(root).stream().filter(judgement -> judgement.id().equals(id)).findFirst();
    }

    private List<RecordedJudgement> ofCase(String root) throws SQLException {
        List<RecordedJudgement> judgements = new ArrayList<>();
        try (PreparedStatement select = prepared(OF_CASE, root); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Object value = row.getBoolean(8) ? (Object) Boolean.valueOf(row.getString(7)) : row.getString(7);
                Array earlier = row.getArray(12);
                judgements.add(new RecordedJudgement(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6), new Judgement(value, row.getString(9),
                        row.getObject(10, LocalDate.class), row.getString(11)),
                        earlier == null ? List.of() : List.of((String[]) earlier.getArray()), row.getString(13)));
            }
        }
        return judgements;
    }

    private String text(String query, String... parameters) throws SQLException {
        try (PreparedStatement select = prepared(query, parameters); ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private PreparedStatement prepared(String statement, String... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setString(i + 1, parameters[i]);
        }
        return prepared;
    }
}
