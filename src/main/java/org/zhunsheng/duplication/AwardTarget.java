package org.zhunsheng.duplication;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.imports.Column;
import org.zhunsheng.imports.Finding;
import org.zhunsheng.imports.ImportTarget;
import org.zhunsheng.imports.Order;
import org.zhunsheng.imports.Row;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/**
 * Takes files of awards made elsewhere or before: facts, never refused for what they overlap. Every one carries the number it goes under
 * where it was made, since two lists that tell of the same years would otherwise make two awards of each.
 */
@Singleton
final class AwardTarget implements ImportTarget {

    private final AwardRows rows;
    private final Subjects subjects;

    AwardTarget(RuleBases bases, Subjects subjects) {
        this.rows = new AwardRows(new Named(bases));
        this.subjects = subjects;
    }

    @Override
    public String kind() {
        return "awards";
    }

    @Override
    public Set<String> says() {
        return Set.of("otherPolicies");
    }

    @Override
    public void check(String part, Map<String, String> said) {
        if (!part.isEmpty()) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "支持台账只有一个，target 写 awards", "there is one ledger of awards; the target is awards");
        }
        if (!said.getOrDefault("otherPolicies", "false").matches("true|false")) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "参数 otherPolicies 应为 true 或 false", "the parameter otherPolicies must be true or false");
        }
    }

    @Override
    public List<Column> columns() {
        return AwardRows.COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("policy", "externalCode");
    }

    @Override
    public void begin(Order order, Connection connection) {
        // an award stands by itself: there is nothing to begin
    }

    @Override
    public List<Finding> accept(Order order, List<Row> batch, Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>(0);
        List<AwardRows.Read> sound = new ArrayList<>(batch.size());
        for (Row row : batch) {
            AwardRows.Read read = rows.read(row, Boolean.parseBoolean(order.said().get("otherPolicies")), findings);
            if (read != null) {
                sound.add(read);
            }
        }
        AwardTable table = new AwardTable(connection);
        keepNew(order, sound, table, findings);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<String> units = subjects.ensureAll(connection, sound.stream().map(AwardRows.Read::code).toList(),
                sound.stream().map(read -> read.told().unit().name()).toList(), "导入 " + order.id(), order.by(), now);
        List<AwardTable.Entered> entered = new ArrayList<>(sound.size());
        for (int i = 0; i < sound.size(); i++) {
            AwardRows.Read read = sound.get(i);
            entered.add(new AwardTable.Entered(read.content(units.get(i)), Award.State.valueOf(read.told().state().name()), null,
                    new Award.Imported(order.id(), read.line(), read.externalCode())));
        }
        table.add(Award.Origin.IMPORTED, now, order.by(), entered);
        return findings;
    }

    /** What the ledger has already is refused, and so is the second of two rows that name their document in two ways. */
    private static void keepNew(Order order, List<AwardRows.Read> sound, AwardTable table, List<Finding> findings) throws SQLException {
        Map<AwardTable.External, AwardTable.Known> known = table.external(sound.stream().map(AwardRows.Read::external).toList());
        sound.removeIf(read -> {
            AwardTable.Known earlier = known.putIfAbsent(read.external(), new AwardTable.Known(null, order.id(), read.line()));
            if (earlier == null) {
                return false;
            }
            boolean here = order.id().equals(earlier.file());
            findings.add(Finding.refusal(read.line(), "外部编号", "外部编号“" + read.externalCode() + "”" + (here ? "与第 " + earlier.line() + " 行重复"
                    : "已在台账中：" + earlier.award() + "，由导入 " + earlier.file() + " 第 " + earlier.line() + " 行记入"),
                    here ? "repeats row " + earlier.line() : "already in the ledger as " + earlier.award()));
            return true;
        });
    }
}
