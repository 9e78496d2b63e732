package org.zhunsheng.tables;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.tables.SheetReader.GridRow;

/** Everything one table is read with: its sheet, what the dictionary says of it, and where to note what is wrong. */
record TableReader(String id, TableSpec spec, Map<String, ColumnSpec> known, CellGrammar grammar, Viewpoint viewpoint, Sheet sheet,
                   String file, Problems problems) {

    static TableReader of(String id, Dictionary dictionary, Sheet sheet, String file, Problems problems) {
        TableSpec spec = dictionary.tables().get(id);
        Viewpoint viewpoint = dictionary.viewpoint(spec);
        return new TableReader(id, spec, dictionary.columnsOf(spec), new CellGrammar(dictionary, viewpoint), viewpoint, sheet, file, problems);
    }

    TypedTable read(String hitPolicy) {
        List<Row> rows = new ArrayList<>();
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (GridRow grid : new SheetReader(sheet, known, spec.mayBeEmpty(), problems).rows()) {
            RowReader reader = new RowReader(this, grid);
            Row row = reader.row();
            if (row != null) {
                rows.add(row);
                if (spec.figures()) {
                    reader.figureInto(figures);
                }
            }
        }
        List<Constraint> when = new ArrayList<>();
        spec.when().forEach((name, value) -> {
            FactPath path = viewpoint.ofCase(name);
            when.add(new Constraint(path, path.type().isEnum() ? Constant.of(path.type().getSimpleName() + "." + value) : Constant.word(value)));
        });
        return new TypedTable(id, spec.title(), hitPolicy, viewpoint, when, spec.isCountable(), rows, figures);
    }
}
