package org.zhunsheng.duplication;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;

/** The SQL of tables award and award_version, inside the caller's transaction. Awards are read as they were known at a moment. */
final class AwardTable {

    /** A moment that no version is later than. */
    static final Instant NOW = Instant.MAX;

    private static final String NEXT = "select nextval(pg_get_serial_sequence('award', 'id'))";
    private static final String AWARD = "insert into award (id, code, origin, entered_at, entered_by) overriding system value values (?, ?, ?, ?, ?)";
    private static final String VERSION = """
            insert into award_version (award, version, learned_at, learned_by, source, reason, subject, unit_code, policy, direction, clause, content_key,
                title, abstract, funder_level, form, amount_yuan, state, decided_on, received_on, cancelled_on, recovered_on, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String COLUMNS = """
            select a.id, a.code, a.origin, v.version, v.learned_at, v.learned_by, v.reason, v.subject, v.unit_code, v.policy, v.direction, v.clause,
                   v.content_key, v.title, v.abstract, v.funder_level, v.form, v.amount_yuan, v.decided_on, v.received_on, v.cancelled_on,
                   v.recovered_on, v.source, v.state, v.expires_at
            from""";
    private static final String LATEST = "\n" + """
            join lateral (select * from award_version known where known.award = a.id and known.learned_at <= ?::timestamptz
                          order by known.version desc limit 1) v on true
            """;
    private static final String BY_CODE = COLUMNS + " award a" + LATEST + " where a.code = ?";
    private static final String VERSIONS = COLUMNS + " award a join award_version v on v.award = a.id where a.code = ? order by v.version";
    private static final String VERSION_OF = COLUMNS + " award a join award_version v on v.award = a.id where a.code = ? and v.version = ?";

    /** An award that any version puts here is looked at; the version known at the moment says whether it belongs here. */
    private static final String RELATED = COLUMNS + """
             (select award from award_version where subject = any(?) union select award from award_version where content_key = ?) found
            join award a on a.id = found.award""" + LATEST + " where v.subject = any(?) or v.content_key = ? order by a.id";
    private static final String NUMBERED = COLUMNS + " award a" + LATEST + " where a.id = any(?) order by a.id";
    private static final String PAGE = COLUMNS + """
             (select distinct award from award_version where subject = any(?)) found join award a on a.id = found.award""" + LATEST + """
             where v.subject = any(?) and a.id > ? and v.decided_on >= ?::date and v.decided_on <= ?::date order by a.id limit ?""";
    private static final String PERIOD = COLUMNS + " award a" + LATEST + """
             where a.id > ? and a.id in (select award from award_version where decided_on >= ?::date and decided_on <= ?::date)
               and v.decided_on >= ?::date and v.decided_on <= ?::date order by a.id limit ?""";
    private static final String EXTENT = "select coalesce(max(id), 0), (select max(learned_at) from award_version) from award";

    /** How far the ledger reached when it was searched. */
    record Extent(long entries, Instant learnedAt) {
    }

    private final Connection connection;

    AwardTable(Connection connection) {
        this.connection = connection;
    }

    /** A new award in its first version. */
    Award add(Award.Origin origin, Instant at, String by, Award.Content content, Award.State state, Instant expiresAt) throws SQLException {
        long id;
        try (PreparedStatement next = connection.prepareStatement(NEXT); ResultSet row = next.executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        Award award = new Award(id, AwardCode.of(id), origin, 1, at, by, null, content, state, expiresAt);
        try (PreparedStatement insert = prepared(AWARD, id, award.code(), origin.name(), at, by)) {
            insert.executeUpdate();
        }
        insert(award);
        AwardTexts.added(connection, List.of(award));
        return award;
    }

    /** What is known of an award from now on. Two at once collide on the version, and the second one is told. */
    Award add(Award before, Instant at, String by, String reason, Award.Content content, Award.State state) throws SQLException {
        Award award = new Award(before.id(), before.code(), before.origin(), before.version() + 1, at, by, reason, content, state,
                state == Award.State.RESERVED ? before.expiresAt() : null);
        insert(award);
        AwardTexts.changed(connection, before.content(), award);
        return award;
    }

    private void insert(Award award) throws SQLException {
        Award.Content content = award.content();
        try (PreparedStatement insert = prepared(VERSION, award.id(), award.version(), award.learnedAt(), award.learnedBy(), content.source(),
                award.reason(), content.subject(), content.unitCode(), content.policy(), content.direction(), content.clause(), content.contentKey(),
                content.title(), content.summary(), content.funderLevel().name(), content.form().name(), content.amountYuan(), award.state().name(),
                content.decidedOn(), content.receivedOn(), content.cancelledOn(), content.recoveredOn(), award.expiresAt())) {
            insert.executeUpdate();
        }
    }

    Optional<Award> find(String code, Instant knownAt) throws SQLException {
        return read(prepared(BY_CODE, known(knownAt), code)).stream().findFirst();
    }

    Optional<Award> find(String code, int version) throws SQLException {
        return read(prepared(VERSION_OF, code, version)).stream().findFirst();
    }

    List<Award> versions(String code) throws SQLException {
        return read(prepared(VERSIONS, code));
    }

    /** Awards of the units, and awards for the content whoever had them. */
    List<Award> related(Collection<String> subjects, String contentKey, Instant knownAt) throws SQLException {
        Object units = texts(subjects);
        return read(prepared(RELATED, units, contentKey, known(knownAt), units, contentKey));
    }

    List<Award> numbered(Collection<Long> awards, Instant knownAt) throws SQLException {
        return read(prepared(NUMBERED, known(knownAt), connection.createArrayOf("bigint", awards.toArray())));
    }

    List<Award> ofSubjects(Collection<String> subjects, LocalDate from, LocalDate to, Instant knownAt, long after, int most) throws SQLException {
        Object units = texts(subjects);
        return read(prepared(PAGE, units, known(knownAt), units, after, first(from), last(to), most));
    }

    List<Award> ofPeriod(LocalDate from, LocalDate to, Instant knownAt, long after, int most) throws SQLException {
        return read(prepared(PERIOD, known(knownAt), after, first(from), last(to), first(from), last(to), most));
    }

    Extent extent() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXTENT); ResultSet row = select.executeQuery()) {
            row.next();
            OffsetDateTime learned = row.getObject(2, OffsetDateTime.class);
            return new Extent(row.getLong(1), learned == null ? null : learned.toInstant());
        }
    }

    private static String known(Instant knownAt) {
        return knownAt.equals(NOW) ? "infinity" : knownAt.toString();
    }

    private static String first(LocalDate from) {
        return from == null ? "-infinity" : from.toString();
    }

    private static String last(LocalDate to) {
        return to == null ? "infinity" : to.toString();
    }

    private Object texts(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private PreparedStatement prepared(String statement, Object... parameters) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            prepared.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        return prepared;
    }

    private static List<Award> read(PreparedStatement prepared) throws SQLException {
        List<Award> awards = new ArrayList<>();
        try (PreparedStatement select = prepared; ResultSet row = select.executeQuery()) {
            while (row.next()) {
                awards.add(award(row));
            }
        }
        return awards;
    }

    private static Award award(ResultSet row) throws SQLException {
        Award.Content content = new Award.Content(row.getString(8), row.getString(9), row.getString(10), row.getString(11), row.getString(12),
                row.getString(13), row.getString(14), row.getString(15), FunderLevel.valueOf(row.getString(16)), Form.valueOf(row.getString(17)),
                plain(row.getBigDecimal(18)), row.getObject(19, LocalDate.class), row.getObject(20, LocalDate.class),
                row.getObject(21, LocalDate.class), row.getObject(22, LocalDate.class), row.getString(23));
        return new Award(row.getLong(1), row.getString(2), Award.Origin.valueOf(row.getString(3)), row.getInt(4), instant(row, 5), row.getString(6),
                row.getString(7), content, Award.State.valueOf(row.getString(24)), instant(row, 25));
    }

    /** As a caller would write it, so that a figure from the ledger and one from a request make the same record. */
    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount == null ? null : amount.stripTrailingZeros();
        return stripped == null || stripped.scale() >= 0 ? stripped : stripped.setScale(0);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
