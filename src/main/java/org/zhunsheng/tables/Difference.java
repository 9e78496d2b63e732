package org.zhunsheng.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one edition of tables says otherwise than another, row by row under its 规则编号. The order of rows and columns says nothing. */
public record Difference(List<Change> changes) {

    public enum Kind { CHANGED, ADDED, REMOVED }

    /**
     * @param row     empty where it is the table as a whole
     * @param heading empty where it is the whole row
     * @param before  as its author wrote it; empty where nothing stood there
     * @param text    the same in words
     */
    public record Change(Kind kind, String table, String row, String clause, String heading, String before, String after, String text) {
    }

    private static final String HIT = "命中方式";

    public static Difference between(Tables before, Tables after) {
        Map<String, TypedTable> former = byId(before);
        Map<String, TypedTable> latter = byId(after);
        Set<String> ids = new LinkedHashSet<>(latter.keySet());
        ids.addAll(former.keySet());
        List<Change> changes = new ArrayList<>();
        for (String id : ids) {
            if (!former.containsKey(id) || !latter.containsKey(id)) {
                boolean added = latter.containsKey(id);
                String title = (added ? latter : former).get(id).title();
                changes.add(new Change(added ? Kind.ADDED : Kind.REMOVED, id, "", "", "", "", "", (added ? "新增表 " : "删去表 ") + title));
            } else {
                between(former.get(id), latter.get(id), changes);
            }
        }
        return new Difference(changes);
    }

    private static Map<String, TypedTable> byId(Tables tables) {
        return tables.tables().stream().collect(Collectors.toMap(TypedTable::id, table -> table, (one, same) -> one, LinkedHashMap::new));
    }

    private static void between(TypedTable former, TypedTable latter, List<Change> into) {
        if (!former.hitPolicy().equals(latter.hitPolicy())) {
            into.add(new Change(Kind.CHANGED, latter.id(), "", "", HIT, former.hitPolicy(), latter.hitPolicy(),
                    latter.title() + " " + HIT + "：" + former.hitPolicy() + " → " + latter.hitPolicy()));
        }
        for (Row row : latter.rows()) {
            former.rows().stream().filter(other -> other.id().equals(row.id())).findFirst()
                    .ifPresentOrElse(other -> between(other, row, into), () -> into.add(whole(Kind.ADDED, row)));
        }
        former.rows().stream().filter(row -> latter.rows().stream().noneMatch(other -> other.id().equals(row.id())))
                .forEach(row -> into.add(whole(Kind.REMOVED, row)));
    }

    private static Change whole(Kind kind, Row row) {
        String cells = row.cells().stream().map(cell -> Wording.heading(cell.heading(), cell.shown()) + " " + Wording.of(cell.heading(), cell.shown()))
                .collect(Collectors.joining("；"));
        return new Change(kind, row.table(), row.id(), row.clause(), "", "", "",
                (kind == Kind.ADDED ? "新增 " : "删去 ") + row.id() + "（依据 " + row.clause() + "）" + (cells.isEmpty() ? "" : "：" + cells));
    }

    private static void between(Row former, Row latter, List<Change> into) {
        if (!former.clause().equals(latter.clause())) {
            into.add(change(latter, SheetReader.CLAUSE, former.clause(), latter.clause()));
        }
        Map<String, Cell> before = byHeading(former);
        Map<String, Cell> after = byHeading(latter);
        Stream.concat(before.keySet().stream(), after.keySet().stream()).distinct().forEach(heading -> {
            String was = before.containsKey(heading) ? before.get(heading).shown() : "";
            String is = after.containsKey(heading) ? after.get(heading).shown() : "";
            if (!Wording.same(was, is)) {
                into.add(change(latter, heading, was, is));
            }
        });
    }

    private static Map<String, Cell> byHeading(Row row) {
        return row.cells().stream().collect(Collectors.toMap(Cell::heading, cell -> cell, (one, same) -> one, LinkedHashMap::new));
    }

    private static Change change(Row row, String heading, String before, String after) {
        return new Change(Kind.CHANGED, row.table(), row.id(), row.clause(), heading, before, after,
                row.id() + " " + Wording.heading(heading, before + after) + "：" + Wording.of(heading, before) + " → " + Wording.of(heading, after));
    }
}
