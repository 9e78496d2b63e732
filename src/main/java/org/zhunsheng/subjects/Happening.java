package org.zhunsheng.subjects;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhunsheng.subjects.EntryTable.Row;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.UnitRequest;
import org.zhunsheng.wire.UnitRequest.Kind;

/** An event on its way into the journal: what it makes of the units, their codes and their names. */
final class Happening {

    private final Journal journal;
    private final String subject;
    private final UnitRequest.Event told;
    private final String id;

    /** @param subject the unit to which it happened: renamed, merged into another, or split */
    Happening(Journal journal, String subject, UnitRequest.Event told) {
        this.journal = journal;
        this.subject = subject;
        this.told = told;
        this.id = journal.next();
    }

    /**
     * @param code the new code of a renaming, or null
     * @param into the codes of the units that came out of it, null for those named by their ids
     */
    void enter(AdmittedCode code, List<AdmittedCode> into) throws SQLException {
        journal.requireKnown(subject);
        for (String other : told.with()) {
            journal.requireKnown(other);
        }
        journal.table.insert(new Row(id, subject, told.kind().name(), null, told.day(), null, told.source(), null, null, null));
        if (told.kind() == Kind.RENAME) {
            rename(code);
            return;
        }
        Set<String> after = new LinkedHashSet<>();
        for (int i = 0; i < into.size(); i++) {
            after.add(outcome(told.into().get(i), into.get(i)));
        }
        Set<String> before = new LinkedHashSet<>(told.with());
        before.add(subject);
        if (told.kind() == Kind.MERGER) {
            before.removeAll(after);
        }
        if (before.isEmpty() || before.equals(after)) {
            throw new ProblemException(ProblemCode.CONFLICT, "单位 " + subject + " 不能并入自己，也不能只分立为自己",
                    "subject " + subject + " cannot be merged into itself, nor be split into itself alone");
        }
        requireAlive(before, after);
        journal.events.parties(id, before, after);
    }

    /** The unit itself stays. What has gone by the new code since then, and not before, is the same unit, found before the renaming was. */
    private void rename(AdmittedCode code) throws SQLException {
        LocalDate day = told.day();
        requireAlive(Set.of(), Set.of(subject));
        if (code != null) {
            Row renamed = new Row(journal.next(), subject, "CODE", code.code().text(), day, null, told.source(), code.reason(), id, null);
            List<Row> holding = journal.table.overlapping(code.code().text(), day, null);
            Optional<Row> other = holding.stream().filter(row -> !row.subject().equals(subject) && (row.from() == null || !row.from().isBefore(day)))
                    .findFirst();
            if (other.isEmpty() && !holding.isEmpty()) {
                throw Journal.taken(renamed, holding.get(0));
            }
            close("CODE");
            if (other.isPresent()) {
                journal.events.parties(id, Set.of(subject), Set.of(other.get().subject()));
            } else {
                journal.code(renamed);
            }
        }
        if (told.name() != null) {
            close("NAME");
            journal.table.insert(new Row(journal.next(), subject, "NAME", told.name(), day, null, told.source(), null, id, null));
        }
    }

    /** What the unit was called until then ended the day before. */
    private void close(String kind) throws SQLException {
        for (Row row : journal.table.still(subject, kind, told.day())) {
            Row closed = row.until(told.day().minusDays(1), journal.next(), id);
            if (!journal.table.insert(closed)) {
                throw new ProblemException(ProblemCode.CONFLICT, "代码 " + row.value() + " 正由别处录入，请重试", "the code " + row.value()
                        + " is being entered elsewhere; try again");
            }
        }
    }

    /** The one named, the one that has the code or had it, or a new one. */
    private String outcome(UnitRequest.Into into, AdmittedCode code) throws SQLException {
        if (into.subject() != null) {
            journal.requireKnown(into.subject());
            return into.subject();
        }
        String holder = journal.holder(code.code());
        return holder != null ? holder : journal.found(code, into.name(), told.day(), told.source(), id);
    }

    /** What was merged into another unit is no more: nothing happens to it afterwards, and it is merged only once. */
    private void requireAlive(Set<String> before, Set<String> after) throws SQLException {
        boolean ending = told.kind() == Kind.MERGER;
        List<String> all = new ArrayList<>(before);
        all.addAll(after);
        for (String one : all) {
            boolean ends = ending && before.contains(one);
            for (UnitEvent event : journal.events.of(one, SubjectTable.NOW)) {
                boolean ended = event.kind() == Kind.MERGER && event.before().contains(one) && (ends || event.day().isBefore(told.day()));
                if (ended || ends && event.day().isAfter(told.day())) {
                    throw new ProblemException(ProblemCode.CONFLICT, "与事件 " + event.id() + " 不符：单位 " + one
                            + (ended ? " 已于 " + event.day() + " 并入其他单位" : " 在 " + event.day() + " 仍然存在"),
                            "at odds with event " + event.id() + ": subject " + one + (ended ? " was merged into another on " + event.day()
                                    : " was still there on " + event.day()));
                }
            }
        }
    }
}
