package org.zhunsheng.rulebase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("哪一天、以何时所知，由哪个规则库决定")
class TenureTest {

    private static final Instant NOW = at("2026-11-21T10:00:00");

    /** One build after the other, an edition, new rules around it, one that was planned and withdrawn, and one that is planned still. */
    private static final List<Tenure> KNOWN = List.of(
            new Tenure("older build", null, at("2026-01-01T00:00:00"), at("2026-06-01T08:00:00")),
            new Tenure("edition", at("2026-03-10T15:00:00"), at("2026-03-09T09:00:00"), null),
            new Tenure("build", null, at("2026-06-01T08:00:00"), null),
            new Tenure("rebased", at("2026-03-10T15:00:00"), at("2026-06-01T08:00:05"), null),
            new Tenure("came to nothing", at("2026-08-01T00:00:00"), at("2026-07-01T00:00:00"), at("2026-07-15T00:00:00")),
            new Tenure("planned", at("2027-01-01T00:00:00"), at("2026-11-01T00:00:00"), null));

    private static Instant at(String beijing) {
        return Instant.parse(beijing + "Z").minusSeconds(8 * 3600);
    }

    private static String deciding(String asOf, String knownAt) {
        return Tenure.of(KNOWN, new Tenure.Chosen(asOf == null ? null : LocalDate.parse(asOf), knownAt == null ? null : at(knownAt)), NOW).orElseThrow().ruleBase();
    }

    @Test
    @DisplayName("一天由其终了时生效的决定；当日由此刻生效的决定；将来的由已定的决定")
    void byDay() {
        assertEquals("build", deciding("2026-03-09", null));
        assertEquals("rebased", deciding("2026-03-10", null));
        assertEquals("rebased", deciding("2026-08-02", null));
        assertEquals("rebased", deciding("2026-11-21", null));
        assertEquals("rebased", deciding(null, null));
        assertEquals("rebased", deciding("2026-12-31", null));
        assertEquals("planned", deciding("2027-01-01", null));
    }

    @Test
    @DisplayName("以当时所知：后来的步骤不算，后来撤回的当时还算")
    void byKnowledge() {
        assertEquals("older build", deciding("2026-03-10", "2026-03-09T08:59:59"));
        assertEquals("edition", deciding("2026-03-10", "2026-03-09T09:00:00"));
        assertEquals("edition", deciding("2026-05-01", "2026-06-01T08:00:01"));
        assertEquals("build", deciding("2026-03-09", "2026-06-01T08:00:01"));
        assertEquals("came to nothing", deciding("2026-08-01", "2026-07-10T00:00:00"));
        assertEquals("rebased", deciding("2026-08-01", "2026-07-15T00:00:00"));
        assertEquals("rebased", deciding("2027-01-01", "2026-10-31T00:00:00"));
        assertEquals("edition", deciding(null, "2026-04-01T00:00:00"));
    }

    @Test
    @DisplayName("此刻所问不必查找")
    void now() {
        assertEquals(List.of(true, true, false, false), List.of(new Tenure.Chosen(null, null).isNow(NOW), new Tenure.Chosen(LocalDate.parse("2026-11-21"), null).isNow(NOW),
                new Tenure.Chosen(LocalDate.parse("2026-11-20"), null).isNow(NOW), new Tenure.Chosen(null, NOW).isNow(NOW)));
    }
}
