package org.zhunsheng.registers;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A register whose lists are imported as files. */
final class ImportedRegister implements Register {

    private final RegisterDescription description;
    private final SnapshotStore store;

    ImportedRegister(RegisterDescription description, SnapshotStore store) {
        this.description = description;
        this.store = store;
    }

    @Override
    public RegisterDescription description() {
        return description;
    }

    @Override
    public Standing standing(String code, LocalDate day, Instant knownAt) throws SQLException {
        return standing(description, store.snapshots(description.id(), knownAt), store.entries(description.id(), code, knownAt), day);
    }

    static Standing standing(RegisterDescription description, List<Snapshot> known, List<Entry> entries, LocalDate day) {
        Coverage coverage = new Coverage(known, day);
        for (Entry entry : coverage.latest(entries)) {
            int age = age(coverage.asOf(entry), day);
            if (entry.holdsOn(day) && age <= description.maxAgeDays()) {
                return new Standing(Standing.State.LISTED, entry, coverage.of(entry), age, "列入" + description.zh() + "：" + entry.reference(),
                        "listed: " + description.en());
            }
        }
        if (coverage.newest() == null) {
            return unknown(null, null, description.zh() + "没有覆盖" + day + "的数据", "no data that reaches " + day);
        }
        int age = age(coverage.until(), day);
        return age > description.maxAgeDays()
                ? unknown(coverage.newest(), age, description.zh() + "的数据截至" + coverage.until() + "，到" + day + "已有" + age + "天，最多允许"
                        + description.maxAgeDays() + "天", "the data end on " + coverage.until() + ", " + age + " days before; at most "
                        + description.maxAgeDays() + " are allowed")
                : new Standing(Standing.State.NOT_LISTED, null, coverage.newest(), age, "未列入" + description.zh(), "not listed: " + description.en());
    }

    private static Standing unknown(Snapshot snapshot, Integer age, String zh, String en) {
        return new Standing(Standing.State.UNKNOWN, null, snapshot, age, zh, en);
    }

    private static int age(LocalDate until, LocalDate day) {
        return Math.toIntExact(Math.max(0, ChronoUnit.DAYS.between(until, day)));
    }
}
