package org.zhunsheng.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhunsheng.evaluation.Comparison;

/**
 * Conclusions that differ although the same was asked: who asks, and under which name, left aside. Those on which a judgement was passed
 * are left out, since the one that followed stands in their place; so are, among others, open outcomes, which treat nobody in any way yet.
 * Where everything that decides is equal, open outcomes count as well: then nothing explains the difference.
 */
final class Unequal {

    /** One way in which the same was decided: how often, and a few of those. */
    record Variant(String outcome, BigDecimal amount, long count, List<Hit> hits) {
    }

    /** @param differsIn members of the core that differ; empty where nothing explains the difference */
    record Group(List<Variant> variants, List<String> differsIn) {
    }

    record Screened(List<Group> groups, boolean more) {
    }

    private static final int SHOWN = 5;

    /** Of cases that are asked about again and again the newest are compared. */
    private static final int MEMBERS = 1_000;

    private static final String OPEN = "(select array_agg(code) from search_name where kind = 'OUTCOME' and name in ('NEEDS_JUDGEMENT', 'INSUFFICIENT_FACTS'))";
    private static final String CANDIDATES = """
            select facts from search_entry where position < ? and %1$s and outcome <> all (coalesce(%2$s, '{}')) group by facts
              having min(outcome) <> max(outcome) or min(amount) <> max(amount) or count(amount) not in (0, count(*))
            union
            select facts from search_entry where position < ? and %1$s group by facts, inputs
              having min(outcome) <> max(outcome) or min(amount) <> max(amount) or count(amount) not in (0, count(*))
            order by facts limit ?""";
    private static final String MEMBERS_OF = "position < ? and %s and facts = ? and not exists (select from judgement j where j.decision = search_entry.id)"
            + " order by position desc, part desc limit " + MEMBERS;
    private static final String INPUTS = "select inputs from search_entry where position = ? and part = ?";
    private static final String ANSWER = "select answer from decision where id = ?";

    private static final List<String> CIRCUMSTANCES = List.of("asOf", "calendar", "guide", "history", "ruleBase", "sources");

    private final Connection connection;

    Unequal(Connection connection) {
        this.connection = connection;
    }

    Screened screened(Conditions conditions, long upTo, int most) throws SQLException {
        List<UUID> candidates = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CANDIDATES.formatted(conditions.entries().sql(), OPEN))) {
            select.setLong(1, upTo);
            int next = conditions.entries().set(select, 2);
            select.setLong(next, upTo);
            // what is left out of a group may leave nothing of it
            select.setInt(conditions.entries().set(select, next + 1), most * 20);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    candidates.add(row.getObject(1, UUID.class));
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        for (UUID facts : candidates) {
            if (groups.size() == most) {
                return new Screened(groups, true);
            }
            group(new HitTable(connection).hits(MEMBERS_OF.formatted(conditions.entries().sql()), select -> {
                select.setLong(1, upTo);
                select.setObject(conditions.entries().set(select, 2), facts);
            }), groups);
        }
        return new Screened(groups, candidates.size() == most * 20);
    }

    private void group(List<Hit> members, List<Group> into) throws SQLException {
        List<Variant> settled = variants(members.stream().filter(hit -> !isOpen(hit)).toList());
        if (settled.size() > 1) {
            into.add(new Group(settled, sameInputs(settled) ? List.of() : differsIn(settled)));
            return;
        }
        List<Variant> all = variants(members);
        if (all.size() > 1 && sameInputs(all)) {
            into.add(new Group(all, List.of()));
        }
    }

    private static boolean isOpen(Hit hit) {
        return hit.outcome().equals("NEEDS_JUDGEMENT") || hit.outcome().equals("INSUFFICIENT_FACTS");
    }

    private static List<Variant> variants(List<Hit> members) {
        Map<String, List<Hit>> byResult = members.stream().collect(Collectors.groupingBy(
                hit -> hit.outcome() + " " + (hit.amount() == null ? "" : hit.amount().stripTrailingZeros().toPlainString()), LinkedHashMap::new, Collectors.toList()));
        return byResult.values().stream().map(hits -> new Variant(hits.get(0).outcome(), hits.get(0).amount(), hits.size(),
                hits.subList(0, Math.min(SHOWN, hits.size())))).toList();
    }

    /** Whether two that were decided in different ways rest on the same. */
    private boolean sameInputs(List<Variant> variants) throws SQLException {
        Map<UUID, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < variants.size(); i++) {
            for (Hit hit : variants.get(i).hits()) {
                Integer other = seen.putIfAbsent(inputs(hit), i);
                if (other != null && other != i) {
                    return true;
                }
            }
        }
        return false;
    }

    private UUID inputs(Hit hit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(INPUTS)) {
            select.setLong(1, hit.position());
            select.setInt(2, hit.part());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** As the record has it: of each variant the newest, beside that of the first. */
    private List<String> differsIn(List<Variant> variants) throws SQLException {
        TreeSet<String> differing = new TreeSet<>();
        JsonNode first = core(variants.get(0).hits().get(0));
        for (Variant variant : variants.subList(1, variants.size())) {
            JsonNode other = core(variant.hits().get(0));
            CIRCUMSTANCES.stream().filter(name -> !first.path(name).equals(other.path(name))).forEach(differing::add);
            for (String name : List.of("readings", "judgements")) {
                if (!first.path("request").path(name).equals(other.path("request").path(name))) {
                    differing.add(name);
                }
            }
        }
        return List.copyOf(differing);
    }

    private JsonNode core(Hit hit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ANSWER)) {
            select.setString(1, hit.id());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Comparison.tree(row.getBytes(1)).path("core");
            }
        }
    }
}
