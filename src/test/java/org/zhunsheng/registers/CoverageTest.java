package org.zhunsheng.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.registers.Standing.State;

/** Days of March 2020; a register may be relied on for seven days. */
@DisplayName("一个单位某日在不在册")
class CoverageTest {

    private static final RegisterDescription REGISTER = new RegisterDescription("a-register", "名单", "list", new RegisterDescription.Source("系统", "system"),
            List.of(), 7, List.of(new RegisterDescription.Answer("a.b", true, false)));

    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private static LocalDate march(int day) {
        return LocalDate.of(2020, 3, 1).plusDays(day - 1L);
    }

    private String snapshot(boolean complete, int from, int until, int fetched) {
        String id = "s" + snapshots.size();
        Instant at = Instant.parse("2020-03-01T01:00:00Z").plusSeconds(86_400L * (fetched - 1));
        snapshots.add(new Snapshot(id, REGISTER.id(), complete, "下载", march(from), march(until), at, at, "甲"));
        return id;
    }

    private String complete(int day) {
        return snapshot(true, day, day, day);
    }

    private String changes(int from, int until) {
        return snapshot(false, from, until, until);
    }

    private void listed(String snapshot, int from, Integer until) {
        entries.add(new Entry(snapshot, march(from), until == null ? null : march(until), "一号"));
    }

    private Standing on(int day) {
        return ImportedRegister.standing(REGISTER, snapshots, entries, march(day));
    }

    private void states(String expected, int... days) {
        List<String> got = new ArrayList<>();
        for (int day : days) {
            got.add(day + " " + on(day).state());
        }
        assertEquals(expected, String.join(", ", got));
    }

    @Test
    @DisplayName("没有数据即不知道，绝不当作未列入")
    void nothing() {
        assertEquals(State.UNKNOWN, on(1).state());
        assertNull(on(1).snapshot());
    }

    @Test
    @DisplayName("名单之日到允许的最后一天有答案；早一天、晚一天都不知道")
    void age() {
        complete(10);
        states("9 UNKNOWN, 10 NOT_LISTED, 17 NOT_LISTED, 18 UNKNOWN", 9, 10, 17, 18);
        assertEquals(7, on(17).ageDays());
        assertEquals("名单的数据截至2020-03-10，到2020-03-18已有8天，最多允许7天", on(18).zh());
    }

    @Test
    @DisplayName("列入之日和截止之日都算；过旧的列入也不作数")
    void period() {
        listed(complete(10), 8, 12);
        states("7 UNKNOWN, 8 LISTED, 12 LISTED, 13 NOT_LISTED, 18 UNKNOWN", 7, 8, 12, 13, 18);
        entries.clear();
        listed("s0", 8, null);
        states("17 LISTED, 18 UNKNOWN", 17, 18);
    }

    @Test
    @DisplayName("之后的名单说当时已列入，即列入；没有说的，当时是否列入不知道")
    void laterList() {
        complete(10);
        listed(complete(15), 9, null);
        states("9 LISTED, 10 LISTED, 14 LISTED, 8 UNKNOWN", 9, 10, 14, 8);
    }

    @Test
    @DisplayName("后一份全部名单里没有的，从它那天起即未列入，之前照旧")
    void removed() {
        listed(complete(10), 1, null);
        complete(15);
        states("10 LISTED, 14 LISTED, 15 NOT_LISTED, 22 NOT_LISTED, 23 UNKNOWN", 10, 14, 15, 22, 23);
    }

    @Test
    @DisplayName("变动接续名单：新列入的、移出的、没有变动的")
    void chained() {
        listed(complete(10), 1, null);
        String changes = changes(11, 15);
        states("22 LISTED, 23 UNKNOWN", 22, 23);
        listed(changes, 1, 13);
        states("13 LISTED, 14 NOT_LISTED, 22 NOT_LISTED, 23 UNKNOWN", 13, 14, 22, 23);
        assertEquals("s1", on(22).snapshot().id());
    }

    @Test
    @DisplayName("变动之间有缺口：缺口后的“没有”不作数，列入仍作数")
    void gap() {
        complete(10);
        String changes = changes(14, 20);
        states("17 NOT_LISTED, 18 UNKNOWN, 20 UNKNOWN", 17, 18, 20);
        listed(changes, 15, null);
        states("15 LISTED, 27 LISTED, 28 UNKNOWN", 15, 27, 28);
    }

    @Test
    @DisplayName("只有变动，没有全部名单：列入作数，其余不知道")
    void changesAlone() {
        listed(changes(10, 12), 11, null);
        states("11 LISTED, 19 LISTED, 20 UNKNOWN", 11, 19, 20);
        entries.clear();
        assertEquals(State.UNKNOWN, on(11).state());
    }

    @Test
    @DisplayName("覆盖一段期间的名单，期间之内都有答案；重新取得的一份代替前一份")
    void refetched() {
        listed(snapshot(true, 1, 10, 11), 5, null);
        snapshot(true, 1, 10, 12);
        states("1 NOT_LISTED, 5 NOT_LISTED, 17 NOT_LISTED", 1, 5, 17);
    }
}
