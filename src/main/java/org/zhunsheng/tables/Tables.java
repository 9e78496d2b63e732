package org.zhunsheng.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhunsheng.facts.Figures;
import org.zhunsheng.policy.Policy;

/** The decision tables of one policy: read once from its workbooks and its column dictionary, checked as a whole. */
public final class Tables {

    /** A file's name goes into rules as the place of a figure. */
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9._-]+\\.xlsx");

    private final Dictionary dictionary;
    private final List<Workbook> workbooks;
    private final Map<String, BigDecimal> figures;

    private Tables(Dictionary dictionary, List<Workbook> workbooks, Map<String, BigDecimal> figures) {
        this.dictionary = dictionary;
        this.workbooks = workbooks;
        this.figures = figures;
    }

    /** @param folder {@code decision-tables/<policy>} */
    public static Tables read(Path folder) {
        Map<String, byte[]> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Tables::isSource).toList()) {
                sources.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(sources);
    }

    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        // what a spreadsheet program leaves beside a file it has open
        boolean lock = name.startsWith("~$") || name.startsWith(".");
        return !lock && (name.equals(Dictionary.FILE) || name.endsWith(Workbook.ENDING));
    }

    /** @param sources columns.yaml and the workbooks, by file name; others are not looked at */
    public static Tables read(Map<String, byte[]> sources) {
        return read(sources, Opened::of);
    }

    /** @param opening how a workbook is opened: here, or by whoever may be harmed by it */
    public static Tables read(Map<String, byte[]> sources, BiFunction<String, byte[], Opened> opening) {
        if (!sources.containsKey(Dictionary.FILE)) {
            throw new IllegalArgumentException("缺少列字典 " + Dictionary.FILE);
        }
        Dictionary dictionary = Dictionary.read(sources.get(Dictionary.FILE));
        List<Workbook> workbooks = new ArrayList<>();
        List<CellError> errors = new ArrayList<>();
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        Map<String, String> fileOf = new LinkedHashMap<>();
        new TreeMap<>(sources).forEach((file, bytes) -> {
            if (file.endsWith(Workbook.ENDING)) {
                Problems problems = new Problems(file);
                if (!NAME.matcher(file).matches()) {
                    problems.inFile(file, "文件名只应含汉字、字母、数字、点和连字符");
                }
                Workbook workbook = Workbook.read(file, opening.apply(file, bytes), dictionary, problems);
                if (workbook != null) {
                    workbooks.add(workbook);
                    workbook.tables().forEach(table -> {
                        String earlier = fileOf.putIfAbsent(table.id(), file);
                        if (earlier != null) {
                            problems.inFile(table.id(), "同一表编号只应登记一次，已见于" + earlier);
                        }
                        table.figures().forEach((clause, figure) -> {
                            if (figures.putIfAbsent(clause, figure) != null) {
                                problems.inFile(clause, "同一条款的数值只应有一处");
                            }
                        });
                    });
                }
                errors.addAll(problems.found());
            }
        });
        if (!errors.isEmpty()) {
            throw new TableErrors(errors);
        }
        return new Tables(dictionary, List.copyOf(workbooks), figures);
    }

    public String policy() {
        return dictionary.policy();
    }

    Dictionary dictionary() {
        return dictionary;
    }

    public List<TypedTable> tables() {
        return workbooks.stream().flatMap(workbook -> workbook.tables().stream()).toList();
    }

    /** Those of one workbook. */
    List<TypedTable> tables(String file) {
        return workbooks.stream().filter(workbook -> workbook.file().equals(file)).flatMap(workbook -> workbook.tables().stream()).toList();
    }

    /** Where the authors' own cases, on the sheet 测试 of each workbook, do not come out as they expect. */
    public List<CellError> tested(Policy ledger) {
        return workbooks.stream().flatMap(workbook -> TestSheet.errors(workbook, dictionary, ledger).stream()).toList();
    }

    /** The rules of each workbook by the name of a DRL file. */
    public Map<String, String> drl() {
        return texts(".drl");
    }

    /** The same text under the name it is committed with beside its workbook. */
    Map<String, String> listings() {
        return texts(".listing.txt");
    }

    private Map<String, String> texts(String ending) {
        Map<String, String> texts = new TreeMap<>();
        workbooks.forEach(workbook -> texts.put(workbook.file().replace(Workbook.ENDING, ending), new Listing(policy(), workbook).text()));
        return texts;
    }

    public Figures figures() {
        return new Figures(figures);
    }

    /** The rows, with their cells, that decide a clause or state its figure. */
    public List<Row> rows(String clause) {
        return tables().stream().flatMap(table -> table.rows().stream()).filter(row -> row.speaksOf(clause)).toList();
    }
}
