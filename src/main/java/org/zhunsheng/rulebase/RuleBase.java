package org.zhunsheng.rulebase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.policy.Clause;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.tables.Tables;

/** One policy's rules, compiled and immutable: what decided, under a digest that names it for good. */
public final class RuleBase implements AutoCloseable {

    /** Which clause a rule stands for, and the cell its figure stands in, if it came from a table. */
    public record Origin(String rule, String clause, String place, String row) {
    }

    private final String digest;
    private final Sources sources;
    private final Policy policy;
    private final Figures figures;
    private final KieBase rules;
    private final Supplier<List<Model>> compiled;
    private final Map<String, Origin> origins = new HashMap<>();
    private final Supplier<List<String>> texts;
    private volatile FactsBehind facts;
    private final Runnable dispose;

    RuleBase(String digest, Sources sources, Policy policy, Figures figures, Supplier<List<String>> texts, KieBase rules,
             Supplier<List<Model>> compiled, Runnable dispose) {
        this.digest = digest;
        this.sources = sources;
        this.policy = policy;
        this.figures = figures;
        this.texts = texts;
        this.rules = rules;
        this.compiled = compiled;
        this.dispose = dispose;
        rules.getKiePackages().forEach(in -> in.getRules().forEach(rule -> origins.put(rule.getName(), origin(rule))));
    }

    private static Origin origin(Rule rule) {
        return new Origin(rule.getName(), annotation(rule, "clause"), annotation(rule, "place"), annotation(rule, "row"));
    }

    /** Drools keeps the quotation marks of an annotation's text. */
    private static String annotation(Rule rule, String name) {
        Object value = rule.getMetaData().get(name);
        return value == null ? null : value.toString().replaceAll("^\"|\"$", "");
    }

    public String digest() {
        return digest;
    }

    public Sources sources() {
        return sources;
    }

    public Policy policy() {
        return policy;
    }

    /** The decision tables as an analyst wrote them; read again for whoever wants to see them, since deciding needs only what they compile to. */
    public Tables tables() {
        return Tables.read(sources.tables());
    }

    public KieBase rules() {
        return rules;
    }

    List<String> texts() {
        return texts.get();
    }

    /** The same rules, to be put together with others. */
    List<Model> compiled() {
        return compiled.get();
    }

    public Figures figures() {
        return figures;
    }

    /** Whether rules that look at figures find the same ones in both. */
    public boolean hasFiguresOf(RuleBase other) {
        return figures.equals(other.figures);
    }

    public Origin origin(String rule) {
        return origins.get(rule);
    }

    /** The rules behind a clause, in the order of their names. */
    public List<Origin> behind(String clause) {
        List<Origin> found = new ArrayList<>(origins.values().stream().filter(origin -> clause.equals(origin.clause())).toList());
        found.sort(Comparator.comparing(Origin::rule));
        return found;
    }

    /** The facts the rules of a clause look at. */
    public List<String> facts(String clause) {
        return behind().of(clause);
    }

    /** The clauses whose rules look at a fact, in the ledger's order. */
    public List<String> uses(String fact) {
        List<String> using = behind().clauses(fact);
        return policy.clauses().stream().map(Clause::id).filter(using::contains).toList();
    }

    /** Nobody asks while starting, and reading all rules takes a while. */
    private FactsBehind behind() {
        FactsBehind read = facts;
        if (read == null) {
            read = new FactsBehind(texts.get());
            facts = read;
        }
        return read;
    }

    @Override
    public void close() {
        dispose.run();
    }
}
