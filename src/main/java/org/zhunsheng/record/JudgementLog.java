package org.zhunsheng.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.database.Database;

/** What persons decided, as it was recorded. They are written where the decisions are that follow from them. */
public final class JudgementLog {

    private final Database database;

    public JudgementLog(Database database) {
        this.database = database;
    }

    public Optional<RecordedJudgement> find(String id) {
        return read(table -> table.byId(id));
    }

    /** All judgements of the case a decision belongs to, in the order in which they were recorded. */
    public List<RecordedJudgement> ofCase(String decision) {
        return read(table -> table.ofDecision(decision));
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = database.connection()) {
            return reading.from(new JudgementTable(connection));
        } catch (SQLException failed) {
            throw new RecordUnavailable("record cannot be read", failed);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(JudgementTable table) throws SQLException;
    }
}
