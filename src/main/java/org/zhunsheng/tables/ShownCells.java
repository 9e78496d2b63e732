package org.zhunsheng.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zhunsheng.findings.Shown;

/** The cells of one row that say what it shows beside its verdict. */
final class ShownCells {

    /** Clauses as they are called; they go into rules as they are. */
    private static final Pattern CLAUSES = Pattern.compile("[A-Za-z0-9_./-]+");

    private record Shows(ColumnSpec column, String value) {
    }

    private final CellGrammar grammar;
    private final List<Shows> cells = new ArrayList<>();

    ShownCells(CellGrammar grammar) {
        this.grammar = grammar;
    }

    boolean isEmpty() {
        return cells.isEmpty();
    }

    void add(ColumnSpec column, Literal literal) throws Refused {
        List<String> words = CellGrammar.words(literal);
        if (words.size() > 1 && !column.listed()) {
            throw new Refused("应为一项");
        }
        for (String word : words) {
            String value = column.code() != null ? grammar.code(column, Literal.written(word)) : word;
            if (column.code() == null && !CLAUSES.matcher(value).matches()) {
                throw new Refused("应为条款号，几项以「、」分隔");
            }
            cells.add(new Shows(column, column.prefix() == null ? value : column.prefix() + value));
        }
    }

    /** @param since the day the row gives, or null */
    List<Shown> since(LocalDate since) {
        return cells.stream().map(cell -> {
            Shown shown = cell.column.listed() ? Shown.item(cell.column.name(), cell.value) : Shown.value(cell.column.name(), cell.value);
            String from = cell.column.from() != null ? cell.column.from() : cell.column.since() && since != null ? since.toString() : null;
            return from == null ? shown : shown.since(from);
        }).toList();
    }
}
