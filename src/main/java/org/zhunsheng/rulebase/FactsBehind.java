package org.zhunsheng.rulebase;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhunsheng.facts.Block;
import org.zhunsheng.facts.Derived;
import org.zhunsheng.facts.Known;

/**
 * Which facts stand behind each clause, read off the text of its rules: every name a rule mentions is followed through the records it can
 * mean. Watching rules run was the alternative; it sees only what the cases at hand happen to ask for.
 */
final class FactsBehind {

    private static final Pattern RULE = Pattern.compile("(?s)\\nrule \"[^\"]*\" (.*?)\\nend");
    private static final Pattern CLAUSE = Pattern.compile("@clause\\( *\"([^\"]+)\" *\\)|new Countable\\( *\"([^\"]+)\"");
    private static final Pattern RECORD = Pattern.compile("\\b([A-Z]\\w+)\\(");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*(?:\\.[a-z]\\w*)*");

    private final Map<String, SortedSet<String>> byClause = new TreeMap<>();

    FactsBehind(Iterable<String> rules) {
        rules.forEach(this::read);
    }

    private void read(String drl) {
        for (Matcher rule = RULE.matcher(drl); rule.find();) {
            String text = rule.group(1);
            Matcher clause = CLAUSE.matcher(text);
            if (!clause.find()) {
                continue;
            }
            SortedSet<String> facts = byClause.computeIfAbsent(clause.group(1) != null ? clause.group(1) : clause.group(2),
                    id -> new TreeSet<>());
            List<Class<?>> records = records(text);
            String when = text.replaceAll("\"[^\"]*\"", "");
            for (Matcher name = NAME.matcher(when); name.find();) {
                records.forEach(record -> follow(record, name.group().split("\\."), facts));
            }
        }
    }

    private static List<Class<?>> records(String text) {
        List<Class<?>> records = new ArrayList<>();
        for (Matcher name = RECORD.matcher(text); name.find();) {
            for (String in : new String[] {"facts", "findings"}) {
                try {
                    records.add(Class.forName("org.zhunsheng." + in + "." + name.group(1)));
                } catch (ClassNotFoundException elsewhere) {
                    continue;
                }
            }
        }
        return records;
    }

    private static void follow(Class<?> from, String[] names, SortedSet<String> facts) {
        Class<?> at = from;
        for (int i = 0; i < names.length; i++) {
            Method method = method(at, names[i]);
            if (method == null) {
                return;
            }
            Derived derived = method.getAnnotation(Derived.class);
            if (derived != null) {
                facts.addAll(List.of(derived.value()));
                return;
            }
            if (method.getReturnType() == Known.class) {
                facts.add((i == 0 ? "" : path(at) + ".") + names[i]);
                return;
            }
            at = method.getReturnType();
        }
    }

    private static Method method(Class<?> in, String name) {
        for (Method method : in.getMethods()) {
            if (method.getName().equals(name) && in.isRecord()) {
                return method;
            }
        }
        return null;
    }

    private static String path(Class<?> block) {
        Block named = block.getAnnotation(Block.class);
        String simple = block.getSimpleName();
        return named != null ? named.value() : Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    }

    List<String> of(String clause) {
        return List.copyOf(byClause.getOrDefault(clause, new TreeSet<>()));
    }

    List<String> clauses(String fact) {
        return byClause.entrySet().stream().filter(entry -> entry.getValue().contains(fact)).map(Map.Entry::getKey).toList();
    }
}
