package org.zhunsheng.search;

import java.util.ArrayList;
import java.util.List;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.search.Name.Kind;

/**
 * An index as of so many evaluations: four documents of unequal weight, twelve directions, clauses with verdicts of unequal
 * frequency, a new rule base every tenth of the record, a unit for every twenty evaluations.
 */
final class FilledIndex {

    private static final String[] VERDICTS = {"MET", "NOT_MET", "UNKNOWN", "JUDGEMENT"};
    private static final String[] OUTCOMES = {"ELIGIBLE", "INELIGIBLE", "INSUFFICIENT_FACTS", "NEEDS_JUDGEMENT"};

    private final int clauses;
    private final List<Name> names = new ArrayList<>();

    private FilledIndex(int clauses) {
        this.clauses = clauses;
    }

    private int code(Kind kind, String text) {
        names.add(new Name(kind, text));
        return names.size();
    }

    /** @param clauses of each document */
    static void fill(Address address, long records, int clauses) {
        new FilledIndex(clauses).into(address, records);
    }

    /** Codes are given in this order, so that the statement below can compute them. */
    private void into(Address address, long records) {
        for (int policy = 0; policy < 4; policy++) {
            code(Kind.POLICY, policy(policy));
        }
        List.of("system", "system-2").forEach(caller -> code(Kind.CALLER, caller));
        code(Kind.QUESTION, "SUPPORT");
        for (int direction = 0; direction < 12; direction++) {
            code(Kind.DIRECTION, "DIRECTION_" + direction);
        }
        for (String outcome : OUTCOMES) {
            code(Kind.OUTCOME, outcome);
        }
        for (int base = 0; base < 10; base++) {
            code(Kind.RULE_BASE, "sha256:" + String.valueOf(base).repeat(64));
        }
        int firstClause = names.size() + 1;
        for (int clause = 0; clause < 4 * clauses; clause++) {
            for (String verdict : VERDICTS) {
                code(Kind.CLAUSE, policy(clause / clauses) + "/" + clause % clauses + "=" + verdict);
            }
        }
        int firstDecidedBy = names.size() + 1;
        for (int clause = 0; clause < 4 * clauses; clause++) {
            code(Kind.DECIDED_BY, policy(clause / clauses) + "/" + clause % clauses);
        }
        int firstDecided = names.size() + 1;
        for (int clause = 0; clause < clauses; clause++) {
            code(Kind.DECIDED, String.valueOf(clause));
        }
        int firstRow = names.size() + 1;
        for (int row = 0; row < 200; row++) {
            code(Kind.ROW, "tiers.xlsx!档次!" + row);
        }
        int firstRule = names.size() + 1;
        for (int rule = 0; rule < 200; rule++) {
            code(Kind.RULE, "规则 " + rule);
        }
        int firstReading = names.size() + 1;
        for (int reading = 0; reading < 60; reading++) {
            code(Kind.READING, "A" + reading);
        }
        int firstJudged = names.size() + 1;
        for (int point = 0; point < 20; point++) {
            code(Kind.JUDGED, "jkf_2022_9/" + point + "=true");
            code(Kind.JUDGED, "jkf_2022_9/" + point + "=false");
        }
        int firstPoint = names.size() + 1;
        for (int point = 0; point < 20; point++) {
            code(Kind.POINT, "jkf_2022_9/" + point);
        }
        code(Kind.VALUE, "true");
        code(Kind.FACT, "park.siteAreaM2");
        StringBuilder values = new StringBuilder();
        names.forEach(name -> values.append(values.isEmpty() ? "" : ",").append("('").append(name.kind()).append("','").append(name.text()).append("')"));
        TestServer.execute(address, "insert into search_name (kind, name) values " + values);
        for (long from = 0; from < records; from += 100_000) {
            TestServer.execute(address, entries(from, Math.min(records, from + 100_000), records, firstClause, firstDecidedBy, firstDecided, firstRow, firstRule,
                    firstReading, firstJudged));
        }
        TestServer.execute(address, ("insert into search_judged select position, %d + position %% 20, %d, hashtextextended('judge ' || position / 7 %% 50, 0) from search_entry"
                + " where position %% 5 = 0").formatted(firstPoint, firstPoint + 20));
        TestServer.execute(address, ("insert into search_near select %d + position %% 20, %d, 30000, (hashint8(position) %% 250)::smallint, true, position, 0 from search_entry"
                + " where position %% 4 = 0").formatted(firstPoint, firstPoint + 21));
        TestServer.execute(address, "insert into search_state values (" + records + ", '\\x00')");
        TestServer.execute(address, "vacuum analyze search_entry");
        TestServer.execute(address, "analyze");
    }

    private static String policy(int policy) {
        return policy == 0 ? "jkf_2022_9" : policy == 1 ? "jjg_2022_8" : policy == 2 ? "jkgf_2025_69" : "jkf_2022_4";
    }

    /** Draws by hashes, so that every run fills the same. */
    private String entries(long from, long to, long records, int clause, int decidedBy, int decided, int row, int rule, int reading, int judged) {
        return """
                insert into search_entry (position, part, id, time, day, amount, subject, caller, policy, question, direction, outcome, rule_base, decided, facts, inputs, tags)
                select n, 0, '019a9f2c-1d3b-7c41-9e05-' || lpad(n::text, 12, '0'), timestamptz '2022-01-01' + n * interval '2 minutes',
                  date '2022-01-01' + (n / 720)::int - h %% 30, case when outcome = 22 then 0 when outcome = 21 or outcome = 20 then (1 + h %% 100) * 50000 end,
                  '9111' || lpad((n %% %2$d)::text, 14, '0'), caller, policy, 7, direction, outcome, base, %4$d + h %% %12$d, md5('f' || n)::uuid, md5('i' || n)::uuid,
                  array[policy, caller, 7, direction, outcome, base, %4$d + h %% %12$d, %5$d + (policy - 1) * %12$d + h %% %12$d, %6$d + h %% 200, %7$d + h / 7 %% 200,
                    %8$d + h %% 60, %8$d + (h + 1) %% 60, %9$d + h %% 40]
                  || array(select %3$d + ((policy - 1) * %12$d + c) * 4 + case when v %% 100 < 70 then 0 when v %% 100 < 90 then 1
                      when v %% 100 < 99 then 2 else 3 end
                      from (select c, hashint8(n * 64 + c) & 1073741823 as v from generate_series(0, %12$d - 1) c) drawn)
                from (select n, h, 1 + case when g %% 10 < 6 then 0 when g %% 10 < 8 then 1 when g %% 10 < 9 then 2 else 3 end as policy, 5 + g / 11 %% 2 as caller,
                        8 + g / 13 %% 12 as direction, 20 + g / 17 %% 4 as outcome, (24 + n * 10 / %1$d)::int as base
                      from (select n, hashint8(n) & 1073741823 as h, hashint8(n + 1000000007) & 1073741823 as g from generate_series(%10$d::bigint, %11$d) n) drawn) d"""
                .formatted(records, Math.max(1, records / 20), clause, decided, decidedBy, row, rule, reading, judged, from, to - 1, clauses);
    }
}
