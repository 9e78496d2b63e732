package org.zhunsheng.subjects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.record.Ids;
import org.zhunsheng.wire.UnitRequest;
import org.zhunsheng.wire.UnitRequest.Kind;

/** Units are letters; what the tests enter is recorded one hour after the other. */
@DisplayName("单位的沿革")
class LineageTest {

    private static final LocalDate LATER = LocalDate.of(2026, 1, 1);

    private final Ids ids = new Ids(Clock.systemUTC());
    private final Subjects subjects = new Subjects(ids);
    private Database database;
    private Connection connection;
    private Instant clock = Instant.parse("2025-01-01T00:00:00Z");

    @BeforeEach
    void open() throws Exception {
        database = Database.at(TestServer.POSTGRES_18.emptyDatabase(), 2);
        connection = database.connection();
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    private static CreditCode code(char unit) {
        return CodeSamples.code(unit);
    }

    private static AdmittedCode admitted(char unit) {
        return new AdmittedCode(code(unit).text(), code(unit), null);
    }

    private String id(char unit) throws Exception {
        return subjects.ensure(connection, code(unit), null, "批次", "甲", clock).id();
    }

    private Set<String> ids(String units) throws Exception {
        List<String> known = new ArrayList<>();
        for (char unit : units.toCharArray()) {
            known.add(id(unit));
        }
        return Set.copyOf(known);
    }

    /** Returns the moment at which it was recorded. */
    private Instant happened(Kind kind, char unit, String day, String into) throws Exception {
        clock = clock.plusSeconds(3600);
        List<UnitRequest.Into> after = Stream.of(into.split("")).map(one -> new UnitRequest.Into(null, code(one.charAt(0)).text(), null, null)).toList();
        boolean rename = kind == Kind.RENAME;
        UnitRequest.Event told = new UnitRequest.Event(kind, LocalDate.parse(day), "登记", rename ? code(into.charAt(0)).text() : null, null, null,
                List.of(), rename ? List.of() : after);
        List<AdmittedCode> codes = rename ? List.of() : into.chars().mapToObj(c -> admitted((char) c)).collect(Collectors.toList());
        String id = id(unit);
        connection.setAutoCommit(false);
        new Happening(new Journal(connection, ids, clock, "甲"), id, told).enter(rename ? admitted(into.charAt(0)) : null, codes);
        connection.commit();
        connection.setAutoCommit(true);
        return clock;
    }

    private void lineage(char unit, LocalDate day, Instant knownAt, String same, String uncertain) throws Exception {
        assertEquals(new Lineage(ids(same), ids(uncertain)), subjects.lineage(connection, id(unit), day, knownAt), unit + " " + day + " " + knownAt);
    }

    private void lineage(char unit, String same, String uncertain) throws Exception {
        lineage(unit, LATER, clock, same, uncertain);
    }

    @Test
    @DisplayName("更名、合并、分立连成一串：合并的算，分立的存疑，哪天知道的哪天才算")
    void chain() throws Exception {
        ids("ABC");
        Instant renamed = happened(Kind.RENAME, 'A', "2018-01-01", "a");
        Instant merged = happened(Kind.MERGER, 'A', "2020-01-01", "B");
        Instant mergedAgain = happened(Kind.MERGER, 'B', "2021-01-01", "C");
        Instant split = happened(Kind.SPLIT, 'C', "2023-01-01", "DE");
        assertEquals(id('A'), id('a'));
        lineage('B', LATER, renamed, "B", "");
        lineage('B', LATER, merged, "AB", "");
        lineage('C', LATER, merged, "C", "");
        lineage('C', LATER, mergedAgain, "ABC", "");
        lineage('C', LATER, split.minusMillis(1), "ABC", "");
        lineage('C', LATER, split, "ABC", "DE");
        lineage('D', LATER, split, "D", "ABC");
        lineage('A', LATER, split, "ABC", "DE");
    }

    @Test
    @DisplayName("以并出去的单位的名义来问，合并之日起问的就是接手的单位")
    void askedUnderTheFormerCode() throws Exception {
        ids("ABZX");
        Instant before = clock;
        happened(Kind.MERGER, 'A', "2020-01-01", "B");
        happened(Kind.MERGER, 'Z', "2021-01-01", "B");
        lineage('A', LocalDate.of(2019, 12, 31), clock, "A", "");
        lineage('A', LocalDate.of(2020, 1, 1), clock, "AB", "");
        lineage('A', "ABZ", "");
        lineage('A', LATER, before, "A", "");
        happened(Kind.RENAME, 'A', "2019-01-01", "X");
        lineage('X', "XABZ", "");
    }

    @Test
    @DisplayName("事件从它那天起才算")
    void fromItsDay() throws Exception {
        ids("AB");
        happened(Kind.MERGER, 'A', "2020-01-01", "B");
        happened(Kind.SPLIT, 'B', "2023-01-01", "D");
        lineage('B', LocalDate.of(2019, 12, 31), clock, "B", "");
        lineage('B', LocalDate.of(2020, 1, 1), clock, "AB", "");
        lineage('B', LocalDate.of(2022, 12, 31), clock, "AB", "");
        lineage('B', LocalDate.of(2023, 1, 1), clock, "AB", "D");
    }

    @Test
    @DisplayName("分立出来的彼此不是整体；分立之后整体并入的，与先前分出的无关")
    void partsAndWhole() throws Exception {
        ids("WV");
        happened(Kind.SPLIT, 'W', "2020-01-01", "PQ");
        happened(Kind.MERGER, 'V', "2022-01-01", "W");
        lineage('P', "P", "W");
        lineage('Q', "Q", "W");
        lineage('W', "WV", "PQ");
    }

    @Test
    @DisplayName("分出的一部分再并入别处、再分立，都与原来的整体存疑")
    void partsGoOn() throws Exception {
        ids("WM");
        happened(Kind.SPLIT, 'W', "2020-01-01", "P");
        happened(Kind.MERGER, 'P', "2021-01-01", "M");
        happened(Kind.SPLIT, 'M', "2022-01-01", "N");
        lineage('M', "MP", "NW");
        lineage('N', "N", "MPW");
        lineage('W', "W", "PMN");
    }

    @Test
    @DisplayName("分出的一部分又并回来：既是合并，也就是同一个")
    void backAgain() throws Exception {
        happened(Kind.SPLIT, 'W', "2020-01-01", "P");
        happened(Kind.MERGER, 'P', "2022-01-01", "W");
        lineage('W', "WP", "");
    }

    @Test
    @DisplayName("新代码先被当作另一单位的：登记更名后，两个编号是同一单位，哪天都是")
    void oneUnitUnderTwoIds() throws Exception {
        ids("AX");
        Instant before = clock;
        Instant renamed = happened(Kind.RENAME, 'A', "2024-01-01", "X");
        lineage('A', LocalDate.of(2020, 1, 1), renamed, "AX", "");
        lineage('X', LATER, renamed, "AX", "");
        lineage('X', LATER, before, "X", "");
        happened(Kind.MERGER, 'Y', "2025-01-01", "A");
        lineage('X', "AXY", "");
    }
}
