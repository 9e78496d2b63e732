package org.zhunsheng.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What files are imported into. A request names one as {@code kind} or {@code kind:part}. */
public interface ImportTarget {

    String kind();

    /** Refuses a part that is none, and what the request says of the file as a whole, with a {@link org.zhunsheng.wire.ProblemException}. */
    void check(String part, Map<String, String> said);

    /** What a request may say of the file as a whole, by the names of its query. */
    Set<String> says();

    List<Column> columns();

    /** The columns that together name a row: it must not occur twice in a file. Empty where rows may repeat. */
    List<String> key();

    /** Before the first row of a file, in the transaction of its rows. */
    void begin(Order order, Connection connection) throws SQLException;

    /**
     * Takes the rows that can be taken and says what is wrong with each of the others. An exception ends the import of the file.
     * Rows come in the order of the file, and a file may come again from its beginning after its transaction was rolled back.
     */
    List<Finding> accept(Order order, List<Row> rows, Connection connection) throws SQLException;
}
