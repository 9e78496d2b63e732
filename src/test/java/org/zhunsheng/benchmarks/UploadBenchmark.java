package org.zhunsheng.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.zhunsheng.cases.CaseRun;
import org.zhunsheng.cases.Cases;
import org.zhunsheng.rulebase.Draft;
import org.zhunsheng.rulebase.RuleBase;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.uploads.Report;
import org.zhunsheng.uploads.Upload;

/** From the largest workbooks of the 9号 document to the report on each, which may take 3 s: opened apart, checked, its draft compiled, every case tried. */
public final class UploadBenchmark {

    /** As a service has it that runs; kept, since a logger that nobody holds forgets its level. */
    private static final Logger ENGINE_LOG = Logger.getLogger("org.drools");
    private static final int TIMES = 3;
    private static final int LARGEST = 3;

    private UploadBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        ENGINE_LOG.setLevel(Level.INFO);
        RuleBases bases = new RuleBases();
        RuleBase base = bases.inForce("jkf_2022_9").orElseThrow();
        Cases cases = new Cases(bases);
        List<Path> workbooks;
        try (Stream<Path> files = Files.list(Path.of("decision-tables/jkf_2022_9"))) {
            workbooks = files.filter(file -> file.toString().endsWith(".xlsx")).sorted(Comparator.comparing(UploadBenchmark::size).reversed()).toList();
        }
        for (int time = 0; time < TIMES; time++) {
            for (Path workbook : workbooks.subList(0, LARGEST)) {
                upload(workbook, base, cases);
            }
        }
    }

    private static void upload(Path workbook, RuleBase base, Cases cases) throws IOException {
        byte[] content = Files.readAllBytes(workbook);
        String file = workbook.getFileName().toString();
        long start = System.nanoTime();
        long[] drafted = new long[2];
        Report report = Upload.check(file, content, base, tables -> {
            drafted[0] = System.nanoTime();
            try (RuleBase draft = Draft.of(base, file, content, tables)) {
                drafted[1] = System.nanoTime();
                CaseRun run = cases.under(draft);
                return run;
            }
        });
        long end = System.nanoTime();
        System.out.printf("%s: %d ms (opened and checked %d, draft compiled %d, cases tried %d), accepted %s%n", file, (end - start) / 1_000_000,
                (drafted[0] - start) / 1_000_000, (drafted[1] - drafted[0]) / 1_000_000, (end - drafted[1]) / 1_000_000, report.isAccepted());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
