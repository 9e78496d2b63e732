package org.zhunsheng.duplication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.policy.Place;
import org.zhunsheng.rulebase.RuleBase;

/** Owns table award_place: what reservations hold, so that a second one cannot be written even where every other guard failed. */
final class Places {

    /** A place of an award: the clause, whom or what it follows, and from when until the day before which it is taken; null is for good. */
    record Held(String key, LocalDate from, LocalDate until) {
    }

    private static final String GIVE_UP = "delete from award_place where award = ?";

    private static final String TAKE = """
            insert into award_place (award, key, span)
            select ?, key, daterange(since, until) from unnest(?::text[], ?::date[], ?::date[]) as held (key, since, until)
            on conflict do nothing""";

    /** Reservations that ran out hold their places until somebody wants them. */
    private static final String FREE = """
            delete from award_place p where p.key = any(?) and exists (
                select from award_version v where v.award = p.award and v.state = 'RESERVED' and v.expires_at <= ?
                  and not exists (select from award_version later where later.award = v.award and later.version > v.version))""";
    private static final String HOLDER = "select a.code from award_place p join award a on a.id = p.award where p.key = ? and p.span && daterange(?::date, ?::date)"
            + " and p.award <> ? order by a.id limit 1";

    private final Connection connection;

    Places(Connection connection) {
        this.connection = connection;
    }

    /** What the document says a support of this direction takes, decided on a day and asked for on another, not later one. */
    static List<Held> of(RuleBase base, Award.Content content, LocalDate from) {
        List<Held> held = new ArrayList<>();
        for (Place place : base.policy().places()) {
            String follows = place.follows() == Place.Follows.UNIT ? content.subject() : content.contentKey();
            if (follows != null && !place.exceptDirections().contains(content.direction())) {
                LocalDate until = place.years() == null ? null
                        : Periods.yearsAfter(content.decidedOn(), base.figures().whole(place.years())).plusDays(1);
                held.add(new Held(base.policy().policy() + "/" + place.clause() + " " + follows, from, until));
            }
        }
        return held;
    }

    /** Whether all of them were free. Who takes one at the same time is waited for. */
    boolean take(long award, List<Held> places, Instant now) throws SQLException {
        if (taken(award, places)) {
            return true;
        }
        giveUp(award);
        return free(places, now) && taken(award, places);
    }

    private boolean taken(long award, List<Held> places) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, award);
            take.setArray(2, connection.createArrayOf("text", places.stream().map(Held::key).toArray()));
            take.setArray(3, connection.createArrayOf("text", places.stream().map(Held::from).toArray()));
            take.setArray(4, connection.createArrayOf("text", places.stream().map(Held::until).toArray()));
            return take.executeUpdate() == places.size();
        }
    }

    private boolean free(List<Held> places, Instant now) throws SQLException {
        try (PreparedStatement free = connection.prepareStatement(FREE)) {
            free.setArray(1, connection.createArrayOf("text", places.stream().map(Held::key).toArray()));
            free.setObject(2, now.atOffset(ZoneOffset.UTC));
            return free.executeUpdate() > 0;
        }
    }

    void giveUp(long award) throws SQLException {
        try (PreparedStatement giveUp = connection.prepareStatement(GIVE_UP)) {
            giveUp.setLong(1, award);
            giveUp.executeUpdate();
        }
    }

    /** The award that has one of these places. */
    Optional<String> holder(List<Held> places, long besides) throws SQLException {
        for (Held held : places) {
            try (PreparedStatement select = connection.prepareStatement(HOLDER)) {
                select.setString(1, held.key());
                select.setObject(2, held.from());
                select.setObject(3, held.until());
                select.setLong(4, besides);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return Optional.of(row.getString(1));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
