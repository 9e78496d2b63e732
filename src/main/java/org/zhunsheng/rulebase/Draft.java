package org.zhunsheng.rulebase;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.compiler.compiler.io.memory.MemoryFileSystem;
import org.drools.model.Model;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieContainer;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.tables.Tables;
import org.zhunsheng.tables.TypedTable;

/**
 * A rule base with another workbook in the place of one. Only what the workbook writes is compiled; all else is taken as it was compiled.
 * It answers while its author waits; what is to be put in force is compiled as a whole all the same.
 */
public final class Draft {

    private Draft() {
    }

    /**
     * @param workbook the name of its file
     * @param changed  what stands in it
     */
    public static RuleBase of(RuleBase base, String workbook, byte[] content, Tables changed) {
        Sources sources = base.sources().with(workbook, content);
        List<TypedTable> former = former(base, workbook);
        Set<String> tables = Stream.concat(former.stream(), changed.tables().stream()).map(TypedTable::id).collect(Collectors.toSet());
        boolean decides = changed.tables().stream().anyMatch(table -> table.rows().stream().anyMatch(row -> !row.conclusions().isEmpty()));
        Compiled own = decides ? compiled(sources, changed) : new Compiled(List.of(), () -> { });
        ModelImpl model = new ModelImpl(sources.policy());
        base.compiled().forEach(before -> {
            before.getGlobals().forEach(model::addGlobal);
            before.getQueries().forEach(model::addQuery);
            before.getTypeMetaDatas().forEach(model::addTypeMetaData);
            before.getRules().stream().filter(rule -> !tables.contains(rule.getName().split(" ")[0])).forEach(model::addRule);
        });
        own.models.forEach(added -> added.getRules().forEach(model::addRule));
        KieBase network = KieBaseBuilder.createKieBaseFromModel(model);
        return new RuleBase(sources.digest(Compiler.engine()), sources, base.policy(), figures(base, former, changed),
                () -> Stream.concat(base.texts().stream(), changed.drl().values().stream()).toList(), network,
                () -> List.of(model), own.dispose);
    }

    private record Compiled(List<Model> models, Runnable dispose) {
    }

    /** Of all workbooks this one alone is read. */
    private static List<TypedTable> former(RuleBase base, String workbook) {
        Map<String, byte[]> files = new HashMap<>(base.sources().tables());
        files.keySet().removeIf(file -> file.endsWith(".xlsx") && !file.equals(workbook));
        return Tables.read(files).tables();
    }

    private static Compiled compiled(Sources sources, Tables changed) {
        Map<String, byte[]> texts = new TreeMap<>();
        changed.drl().forEach((name, drl) -> texts.put(sources.policy() + "/" + name, drl.getBytes(StandardCharsets.UTF_8)));
        MemoryFileSystem files = MemoryFileSystem.readFromJar(Compiler.compile(sources, texts));
        KieContainer container = Compiler.container(files);
        return new Compiled(Compiler.models(files, container), () -> Compiler.dispose(container));
    }

    private static Figures figures(RuleBase base, List<TypedTable> former, Tables changed) {
        Map<String, BigDecimal> figures = new HashMap<>(base.figures().byClause());
        former.forEach(table -> figures.keySet().removeAll(table.figures().keySet()));
        figures.putAll(changed.figures().byClause());
        return new Figures(figures);
    }
}
