package org.zhunsheng.subjects;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.record.Ids;
import org.zhunsheng.subjects.EntryTable.Row;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.UnitRequest;

/** What one request enters about units. Of several that enter something one waits for the other. */
final class Journal {

    final EntryTable table;
    final EventTable events;
    private final SubjectTable subjects;
    private final Ids ids;

    Journal(Connection connection, Ids ids, Instant at, String by) throws SQLException {
        this.table = new EntryTable(connection, at, by);
        this.events = new EventTable(connection);
        this.subjects = new SubjectTable(connection);
        this.ids = ids;
        table.lock();
    }

    String next() {
        return ids.next();
    }

    /** A unit that was not known, and its id. */
    String found(UnitRequest told, AdmittedCode code) throws SQLException {
        return found(code, told.name(), told.validFrom(), told.source(), null);
    }

    String found(AdmittedCode code, String name, LocalDate from, String source, String event) throws SQLException {
        String subject = next();
        table.subject(subject);
        code(new Row(next(), subject, "CODE", code.code().text(), from, null, source, code.reason(), event, null));
        if (name != null) {
            table.insert(new Row(next(), subject, "NAME", name, from, null, source, null, event, null));
        }
        return subject;
    }

    void code(String subject, UnitRequest told, AdmittedCode code) throws SQLException {
        requireKnown(subject);
        requireRetractable(subject, told.retracts(), "CODE");
        code(new Row(next(), subject, "CODE", code.code().text(), told.validFrom(), told.validUntil(), told.source(), code.reason(), null, told.retracts()));
    }

    void name(String subject, UnitRequest told) throws SQLException {
        requireKnown(subject);
        requireRetractable(subject, told.retracts(), "NAME");
        table.insert(new Row(next(), subject, "NAME", told.name(), told.validFrom(), told.validUntil(), told.source(), null, null, told.retracts()));
    }

    /** Nobody has a code that another one has, and who founds a unit with it meanwhile has it. */
    void code(Row row) throws SQLException {
        do {
            Optional<Row> holding = table.overlapping(row.value(), row.from(), row.until()).stream()
                    .filter(other -> !other.id().equals(row.retracts())).findFirst();
            if (holding.isPresent()) {
                throw taken(row, holding.get());
            }
        } while (!table.insert(row));
    }

    static ProblemException taken(Row row, Row holding) {
        String days = days(holding.from(), holding.until());
        return holding.subject().equals(row.subject())
                ? new ProblemException(ProblemCode.CONFLICT, "单位 " + row.subject() + " 已有代码 " + row.value() + days + "（条目 " + holding.id()
                        + "）；要更正它，请用 retracts 写明这一条目", "subject " + row.subject() + " already has the code " + row.value() + " by entry "
                        + holding.id() + "; to correct that entry, name it in retracts")
                : new ProblemException(ProblemCode.CONFLICT, "代码 " + row.value() + days + "属于单位 " + holding.subject()
                        + "；若是更名、合并、分立，请登记为事件", "the code " + row.value() + " belongs to subject " + holding.subject()
                        + " on these days; if that is by a renaming, a merger or a split, enter the event");
    }

    private static String days(LocalDate from, LocalDate until) {
        return (from == null ? "" : "自 " + from + " 起") + (until == null ? "" : "至 " + until + " ");
    }

    /** The unit that has this code, or had it last; null where none has. */
    String holder(CreditCode code) throws SQLException {
        return subjects.holders(List.of(code.text()), SubjectTable.NOW).get(code.text());
    }

    void requireKnown(String subject) throws SQLException {
        if (!subjects.exists(subject, SubjectTable.NOW)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + subject + " 的单位", "there is no subject " + subject);
        }
    }

    private void requireRetractable(String subject, String entry, String kind) throws SQLException {
        if (entry != null && !retractable(subject, entry).kind().equals(kind)) {
            throw noEntry(subject, entry);
        }
    }

    /** The entry of this unit, if it still holds. */
    Row retractable(String subject, String entry) throws SQLException {
        Row row = table.byId(entry).filter(found -> !found.kind().equals("RETRACTION")).orElseThrow(() -> noEntry(subject, entry));
        boolean concerns = row.subject().equals(subject) || events.parties(entry).contains(subject);
        if (!concerns) {
            throw noEntry(subject, entry);
        }
        Optional<Row> retracting = table.retracting(entry);
        if (retracting.isPresent()) {
            throw new ProblemException(ProblemCode.CONFLICT, "条目 " + entry + " 已由 " + retracting.get().id() + " 撤回或更正",
                    "entry " + entry + " was retracted or corrected by " + retracting.get().id());
        }
        return row;
    }

    private static ProblemException noEntry(String subject, String entry) {
        return new ProblemException(ProblemCode.NOT_FOUND, "单位 " + subject + " 没有条目 " + entry, "subject " + subject + " has no entry " + entry);
    }

    /** What an event brought goes with it, and what it replaced comes back. */
    void retract(String subject, UnitRequest.Retraction told) throws SQLException {
        requireKnown(subject);
        Row row = retractable(subject, told.entry());
        table.insert(Row.retraction(next(), row, told.source(), told.reason()));
        for (Row brought : table.ofEvent(row.id())) {
            Optional<Row> since = table.retracting(brought.id());
            if (since.isEmpty()) {
                undo(brought, row, told);
            } else if (since.get().event() != null && !since.get().event().equals(row.id()) && table.retracting(since.get().id()).isEmpty()) {
                throw new ProblemException(ProblemCode.CONFLICT, "后来的事件 " + since.get().event() + " 以此为据，请先撤回它",
                        "event " + since.get().event() + " builds on this one; retract it first");
            }
        }
    }

    private void undo(Row brought, Row event, UnitRequest.Retraction told) throws SQLException {
        boolean closed = brought.until() != null && brought.until().isBefore(event.from());
        if (!closed) {
            table.insert(Row.retraction(next(), brought, told.source(), told.reason()));
            return;
        }
        Row again = table.byId(brought.retracts()).orElseThrow().again(next(), brought.id());
        if (again.kind().equals("CODE")) {
            code(again);
        } else {
            table.insert(again);
        }
    }
}
