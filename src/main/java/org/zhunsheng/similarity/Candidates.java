package org.zhunsheng.similarity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Owns table award_text: finds, among all awards, those worth scoring. The pairs of characters that are looked for are the rarest of the
 * project, as many as are found in some {@value #ROWS} awards; they stand in an index as numbers. Trigrams of pg_trgm were
 * rejected: a title written anew keeps words of two characters and hardly any row of three.
 */
public final class Candidates {

    /** Awards that may be read for one search. */
    private static final int ROWS = 10_000;

    private static final String STORE = """
            insert into award_text (award, grams) values (?, ?) on conflict (award) do update set grams = excluded.grams""";

    /** A pair the statistics do not list is rarer than any that they do. */
    private static final String FIND = """
            with frequency as (
              select gram, share from pg_stats, unnest(most_common_elems::text::int[], most_common_elem_freqs) as common(gram, share)
              where schemaname = current_schema() and tablename = 'award_text' and attname = 'grams' and gram is not null),
            asked as (
              select gram, coalesce(share, 0) as share, greatest(reltuples, 1) as awards
              from unnest(?::int[]) as gram left join frequency using (gram), pg_class where pg_class.oid = 'award_text'::regclass),
            chosen as (
              select gram, ln(1 / greatest(share, 0.0001)) as weight,
                     coalesce(sum(share * awards) over (order by share, gram rows between unbounded preceding and 1 preceding), 0) as before
              from asked)
            select award from chosen, lateral (select award from award_text where grams @> array[chosen.gram]) as found
            where before < ? group by award order by sum(weight) desc, award desc limit ?""";

    private Candidates() {
    }

    /** In the caller's transaction, together with the award itself. What an award was called before a correction finds it no more. */
    public static void store(Connection connection, long award, Project project) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STORE)) {
            insert.setLong(1, award);
            insert.setArray(2, array(connection, Grams.of(project)));
            insert.executeUpdate();
        }
    }

    /** Many at once, as an import has them, in a third of the time. */
    public static void store(Connection connection, Map<Long, Project> awards) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STORE)) {
            for (Map.Entry<Long, Project> award : awards.entrySet()) {
                insert.setLong(1, award.getKey());
                insert.setArray(2, array(connection, Grams.of(award.getValue())));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The awards that share most with the project, those first that share the rarest. */
    public static List<Long> of(Connection connection, Project project, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setArray(1, array(connection, Grams.of(project)));
            select.setInt(2, ROWS);
            select.setInt(3, limit);
            List<Long> awards = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    awards.add(row.getLong(1));
                }
            }
            return awards;
        }
    }

    private static Array array(Connection connection, Set<Integer> grams) throws SQLException {
        return connection.createArrayOf("int4", grams.toArray());
    }
}
