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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhunsheng.facts.PriorAward.Form;
import org.zhunsheng.facts.PriorAward.FunderLevel;

/** The SQL of tables award and award_version, inside the caller's transaction. Awards are read as they were known at a moment. */
final class AwardTable {

    /** A moment that no version is later than. */
    static final Instant NOW = Instant.MAX;

    private static final String NEXT = "select nextval(pg_get_serial_sequence('award', 'id')) from generate_series(1, ?)";
    /** One statement for however many rows: the triggers of these tables fire once for it. */
    private static final String AWARD = """
            insert into award (id, code, origin, entered_at, entered_by, import, import_line, external_policy, external_code)
            overriding system value
            select * from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[])""";
    private static final String VERSION = """
            insert into award_version (award, version, learned_at, learned_by, source, reason, subject, unit_code, policy, direction, clause, content_key,
                title, abstract, funder_level, form, amount_yuan, state, decided_on, received_on, cancelled_on, recovered_on, expires_at)
            select * from unnest(?::bigint[], ?::int[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::date[], ?::date[], ?::date[], ?::date[],
                ?::timestamptz[])""";

    private static final String COLUMNS = """
            select a.id, a.code, a.origin, v.version, v.learned_at, v.learned_by, v.reason, v.subject, v.unit_code, v.policy, v.direction, v.clause,
                   v.content_key, v.title, v.abstract, v.funder_level, v.form, v.amount_yuan, v.decided_on, v.received_on, v.cancelled_on,
                   v.recovered_on, v.source, v.state, v.expires_at, a.import, a.import_line, a.external_code
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

    /** An award as whoever made it names it: under which document, by which number. */
    record External(String policy, String code) {
    }

    /** The award that has an external code, and the file and line it came from. */
    record Known(String award, String file, int line) {
    }

    private static final String EXTERNAL = """
            select external_policy, external_code, code, import, import_line
            from award join unnest(?::text[], ?::text[]) as asked (policy, number) on external_policy = policy and external_code = number""";

    private final Connection connection;

    AwardTable(Connection connection) {
        this.connection = connection;
    }

    /** What is to become an award, and where it came from if that was a file. */
    record Entered(Award.Content content, Award.State state, Instant expiresAt, Award.Imported imported) {
    }

    /** A new award in its first version. */
    Award add(Award.Origin origin, Instant at, String by, Award.Content content, Award.State state, Instant expiresAt) throws SQLException {
        return add(origin, at, by, List.of(new Entered(content, state, expiresAt, null))).get(0);
    }

    /** Many at once, in their order. */
    List<Award> add(Award.Origin origin, Instant at, String by, List<Entered> entered) throws SQLException {
        List<Award> awards = new ArrayList<>(entered.size());
        List<Object[]> rows = new ArrayList<>(entered.size());
        try (PreparedStatement next = prepared(NEXT, entered.size()); ResultSet row = next.executeQuery()) {
            for (Entered each : entered) {
                row.next();
                long id = row.getLong(1);
                Award.Imported from = each.imported();
                awards.add(new Award(id, AwardCode.of(id), origin, 1, at, by, null, each.content(), each.state(), each.expiresAt(), from));
                rows.add(new Object[] {id, AwardCode.of(id), origin.name(), at, by, from == null ? null : from.file(), from == null ? null : from.line(),
                    from == null ? null : each.content().policy(), from == null ? null : from.externalCode()});
            }
        }
        execute(AWARD, rows);
        insert(awards);
        AwardTexts.added(connection, awards);
        return awards;
    }

    /** What is known of an award from now on. Two at once collide on the version, and the second one is told. */
    Award add(Award before, Instant at, String by, String reason, Award.Content content, Award.State state) throws SQLException {
        Award award = new Award(before.id(), before.code(), before.origin(), before.version() + 1, at, by, reason, content, state,
                state == Award.State.RESERVED ? before.expiresAt() : null, before.imported());
        insert(List.of(award));
        AwardTexts.changed(connection, before.content(), award);
        return award;
    }

    /** The one place where versions are written. */
    private void insert(List<Award> awards) throws SQLException {
        execute(VERSION, awards.stream().map(award -> {
            Award.Content content = award.content();
            return new Object[] {award.id(), award.version(), award.learnedAt(), award.learnedBy(), content.source(), award.reason(), content.subject(),
                content.unitCode(), content.policy(), content.direction(), content.clause(), content.contentKey(), content.title(), content.summary(),
                content.funderLevel().name(), content.form().name(), content.amountYuan(), award.state().name(), content.decidedOn(),
                content.receivedOn(), content.cancelledOn(), content.recoveredOn(), award.expiresAt()};
        }).toList());
    }

    private void execute(String statement, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            for (int column = 0; column < rows.get(0).length; column++) {
                int place = column;
                insert.setArray(place + 1, connection.createArrayOf("text", rows.stream().map(row -> row[place]).toArray()));
            }
            insert.executeUpdate();
        }
    }

    Map<External, Known> external(List<External> codes) throws SQLException {
        Map<External, Known> known = new HashMap<>();
        try (PreparedStatement select = prepared(EXTERNAL, texts(codes.stream().map(External::policy).toList()),
                texts(codes.stream().map(External::code).toList())); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                known.put(new External(row.getString(1), row.getString(2)), new Known(row.getString(3), row.getString(4), row.getInt(5)));
            }
        }
        return known;
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
        fill(prepared, parameters);
        return prepared;
    }

    private static void fill(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
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
                row.getString(7), content, Award.State.valueOf(row.getString(24)), instant(row, 25), row.getString(26) == null ? null
                : new Award.Imported(row.getString(26), row.getInt(27), row.getString(28)));
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
