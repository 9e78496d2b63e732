package org.zhunsheng.guides;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.database.Database;

/** Owns table guide. */
public final class GuideStore {

    private static final String ALL = "select policy, year, edition, digest, content, entered_at, entered_by from guide order by policy, year, edition";

    /** Held to the end of the transaction: who enters second sees what was entered first, also by another instance. */

    /** The same content again is no new edition, so that a request may be repeated; what is newest decides, and not what once was. */
    private static final String ADD = """
            with newest as (select edition, digest from guide where policy = ? and year = ? order by edition desc limit 1)
            insert into guide (policy, year, edition, digest, content, source, entered_at, entered_by)
            select ?, ?, coalesce((select edition from newest), 0) + 1, ?, ?, ?, ?, ?
            where ? is distinct from (select digest from newest)""";

    private final Database database;

    public GuideStore(Database database) {
        this.database = database;
    }

    void add(Guide guide, Instant at, String by) throws SQLException {
        String content = guide.content();
        String digest = Guide.digest(content);
        database.alone("guide", guide.policy() + " " + guide.year(), connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setString(1, guide.policy());
                insert.setInt(2, guide.year());
                insert.setString(3, guide.policy());
                insert.setInt(4, guide.year());
                insert.setString(5, digest);
                insert.setString(6, content);
                insert.setString(7, guide.source());
                insert.setObject(8, at.atOffset(ZoneOffset.UTC));
                insert.setString(9, by);
                insert.setString(10, digest);
                return insert.executeUpdate();
            }
        });
    }

    /** How many editions there are. Rows are only added, so that this alone tells whether there are others than before. */
    int count() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement("select count(*) from guide"); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Every edition, those of one year from the first to the newest. */
    List<GuideEdition> all() throws SQLException {
        List<GuideEdition> editions = new ArrayList<>();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(ALL); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String content = row.getString(5);
                Guide guide = Guide.read(content);
                if (!Guide.digest(content).equals(row.getString(4)) || !guide.policy().equals(row.getString(1)) || guide.year() != row.getInt(2)) {
                    throw new IllegalStateException("保存的申报通知与其摘要不符：" + row.getString(4));
                }
                editions.add(new GuideEdition(guide, row.getInt(3), row.getString(4), row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getString(7)));
            }
        }
        return editions;
    }
}
