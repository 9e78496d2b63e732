package org.zhunsheng.registers;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhunsheng.imports.Column;
import org.zhunsheng.imports.Column.Type;
import org.zhunsheng.imports.Finding;
import org.zhunsheng.imports.ImportTarget;
import org.zhunsheng.imports.Order;
import org.zhunsheng.imports.Row;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Takes the files of imported registers: each file is a snapshot. */
final class RegisterTarget implements ImportTarget {

    private static final List<Column> COLUMNS = List.of(
            Column.required("统一社会信用代码", "code", Type.CODE),
            Column.required("列入日期", "from", Type.DATE),
            Column.optional("截止日期", "until", Type.DATE),
            Column.optional("文号", "reference", Type.TEXT));

    private final Map<String, RegisterDescription> registers;

    RegisterTarget(Map<String, RegisterDescription> registers) {
        this.registers = registers;
    }

    @Override
    public String kind() {
        return "register";
    }

    @Override
    public Set<String> says() {
        return Set.of("list", "source", "coversFrom", "coversUntil", "fetchedAt");
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("code", "from", "reference");
    }

    @Override
    public void check(String part, Map<String, String> said) {
        if (!registers.containsKey(part)) {
            throw bad("没有登记册 " + part + "，可用：" + String.join("、", registers.keySet()),
                    "there is no register " + part + "; available: " + String.join(", ", registers.keySet()));
        }
        if (!said(said, "list").matches("complete|changes")) {
            throw bad("参数 list 应为 complete（全部名单）或 changes（期间内的变动）", "list must be complete (the whole list) or changes (of a period)");
        }
        if (said(said, "source").length() > 500) {
            throw bad("参数 source 超过500字", "source is longer than 500 characters");
        }
        Instant fetched = fetchedAt(said);
        LocalDate until = day(said, "coversUntil");
        if (fetched.isAfter(Instant.now())) {
            throw bad("取得时间 " + said.get("fetchedAt") + " 还没有到", "fetchedAt lies in the future");
        }
        if (until.isAfter(fetched.atZone(BeijingTime.ZONE).toLocalDate())) {
            throw bad("覆盖期间的最后一天 " + until + " 晚于取得之日", "coversUntil is after the day of fetchedAt");
        }
        if (coversFrom(said).isAfter(until)) {
            throw bad("覆盖期间的第一天晚于最后一天 " + until, "coversFrom is after coversUntil");
        }
    }

    /** A whole list may speak of the one day it was drawn up on; changes are those of a period. */
    private static LocalDate coversFrom(Map<String, String> said) {
        return said.get("list").equals("complete") && !said.containsKey("coversFrom") ? day(said, "coversUntil") : day(said, "coversFrom");
    }

    private static Instant fetchedAt(Map<String, String> said) {
        try {
            return BeijingTime.read(said(said, "fetchedAt"));
        } catch (DateTimeParseException wrong) {
            throw bad("参数 fetchedAt 应为带时区的时间，如 " + BeijingTime.EXAMPLE + "（URL 中 + 写作 %2B）",
                    "fetchedAt must be a time with its offset, such as " + BeijingTime.EXAMPLE + " (+ is %2B in a URL)");
        }
    }

    private static LocalDate day(Map<String, String> said, String name) {
        try {
            return LocalDate.parse(said(said, name));
        } catch (DateTimeParseException wrong) {
            throw bad("参数 " + name + " 应为日期，如 2026-03-01", name + " must be a day such as 2026-03-01");
        }
    }

    private static String said(Map<String, String> said, String name) {
        String value = said.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw bad("缺少参数 " + name, "the parameter " + name + " is missing");
        }
        return value;
    }

    private static ProblemException bad(String zh, String en) {
        return new ProblemException(ProblemCode.BAD_REQUEST, zh, en);
    }

    @Override
    public void begin(Order order, Connection connection) throws SQLException {
        Map<String, String> said = order.said();
        SnapshotStore.begin(connection, new Snapshot(order.id(), order.part(), said.get("list").equals("complete"), said.get("source"),
                coversFrom(said), day(said, "coversUntil"), fetchedAt(said), null, order.by()));
    }

    @Override
    public List<Finding> accept(Order order, List<Row> rows, Connection connection) throws SQLException {
        LocalDate until = day(order.said(), "coversUntil");
        List<Row> sound = new ArrayList<>(rows.size());
        List<Finding> findings = new ArrayList<>(0);
        for (Row row : rows) {
            if (row.day("until") != null && row.day("until").isBefore(row.day("from"))) {
                findings.add(Finding.refusal(row.line(), "截止日期", "截止日期 " + row.day("until") + " 早于列入日期 " + row.day("from"), "ends before it begins"));
            } else if (row.day("from").isAfter(until)) {
                findings.add(Finding.refusal(row.line(), "列入日期", "列入日期 " + row.day("from") + " 晚于名单覆盖的最后一天 " + until,
                        "begins after the last day that the list covers, " + until));
            } else {
                sound.add(row);
            }
        }
        SnapshotStore.add(connection, order.id(), order.part(), sound);
        return findings;
    }
}
