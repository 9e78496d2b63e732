package org.zhunsheng.imports;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** What the query of a request says: where the file goes, and what holds for all of it. */
record Asked(String kind, String part, boolean partial, Map<String, String> said) {

    static Asked of(MultivaluedMap<String, String> query) {
        Map<String, String> said = new TreeMap<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw bad("参数 " + name + " 重复", "the parameter " + name + " occurs twice");
            }
            said.put(name, values.get(0).strip());
        });
        String target = said.remove("target");
        if (target == null || target.isEmpty()) {
            throw bad("缺少参数 target，如 register:judgment-defaulters", "the parameter target is missing, such as register:judgment-defaulters");
        }
        String partial = said.getOrDefault("partial", "false");
        if (!partial.matches("true|false")) {
            throw bad("参数 partial 应为 true 或 false", "the parameter partial must be true or false");
        }
        said.remove("partial");
        int colon = target.indexOf(':');
        return new Asked(colon < 0 ? target : target.substring(0, colon), colon < 0 ? "" : target.substring(colon + 1), partial.equals("true"), said);
    }

    /** A misspelt name must not pass for one that was left out. */
    void requireOnly(Set<String> known) {
        said.keySet().stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw bad("未知参数 " + name, "unknown parameter " + name);
        });
    }

    private static ProblemException bad(String zh, String en) {
        return new ProblemException(ProblemCode.BAD_REQUEST, zh, en);
    }
}
