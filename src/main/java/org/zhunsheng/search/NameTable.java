package org.zhunsheng.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhunsheng.search.Name.Kind;

/** The SQL of table search_name. Only who fills the index adds names; a name never gets another code. */
final class NameTable {

    private static final String CODES = "select n.code, n.kind, n.name from search_name n join unnest(?::text[], ?::text[]) as asked (kind, name) using (kind, name)";
    private static final String ADD = "insert into search_name (kind, name) select * from unnest(?::text[], ?::text[]) returning code, kind, name";
    private static final String UNDER = "select code from search_name where kind = ? and starts_with(name, ?)";
    private static final String NAMED = "select code, kind, name from search_name where code = any(?)";

    private final Connection connection;

    NameTable(Connection connection) {
        this.connection = connection;
    }

    /** Their codes; names that nobody had yet get one. */
    Map<Name, Integer> withCodes(Collection<Name> names) throws SQLException {
        Map<Name, Integer> codes = selected(CODES, names);
        Set<Name> unknown = new HashSet<>(names);
        unknown.removeAll(codes.keySet());
        if (!unknown.isEmpty()) {
            codes.putAll(selected(ADD, unknown));
        }
        return codes;
    }

    Optional<Integer> code(Name name) throws SQLException {
        return Optional.ofNullable(selected(CODES, List.of(name)).get(name));
    }

    /** The codes of all names of the kind that begin so. */
    List<Integer> under(Kind kind, String beginning) throws SQLException {
        List<Integer> codes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(UNDER)) {
            select.setString(1, kind.name());
            select.setString(2, beginning);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    codes.add(row.getInt(1));
                }
            }
        }
        return codes;
    }

    Map<Integer, Name> named(Collection<Integer> codes) throws SQLException {
        Map<Integer, Name> named = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(NAMED)) {
            select.setArray(1, connection.createArrayOf("int", codes.toArray()));
            read(select).forEach((name, code) -> named.put(code, name));
        }
        return named;
    }

    private Map<Name, Integer> selected(String query, Collection<Name> names) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, connection.createArrayOf("text", names.stream().map(name -> name.kind().name()).toArray()));
            select.setArray(2, connection.createArrayOf("text", names.stream().map(Name::text).toArray()));
            return read(select);
        }
    }

    private static Map<Name, Integer> read(PreparedStatement select) throws SQLException {
        Map<Name, Integer> codes = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                codes.put(new Name(Kind.valueOf(row.getString(2)), row.getString(3)), row.getInt(1));
            }
        }
        return codes;
    }
}
