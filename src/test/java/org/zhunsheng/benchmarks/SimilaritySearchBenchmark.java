package org.zhunsheng.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.similarity.Candidates;
import org.zhunsheng.similarity.Pair;
import org.zhunsheng.similarity.Project;

/**
 * Looks for projects among a million awards in the embedded database: how long one search takes, and how often what is looked for is
 * among the candidates: for generated titles written anew by machine, and for the labelled pairs of one project, written anew by people.
 */
public final class SimilaritySearchBenchmark {

    private static final int AWARDS = Integer.getInteger("awards", 1_000_000);
    private static final int SEARCHES = 500;
    private static final int LIMIT = 200;

    private SimilaritySearchBenchmark() {
    }

    public static void main(String[] none) throws Exception {
        Titles titles = new Titles(20240613);
        List<Pair> same = Pair.all().stream().filter(Pair::same).toList();
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database migrated = Database.at(address, 1)) {
            migrated.await();
        }
        // not from the pool, whose patience is shorter than the gathering of statistics takes
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            connection.setAutoCommit(false);
            List<String> sought = new ArrayList<>();
            long begun = System.nanoTime();
            Map<Long, Project> batch = new HashMap<>();
            for (int award = 0; award < AWARDS; award++) {
                String title = titles.next();
                if (award % (AWARDS / SEARCHES) == 0) {
                    sought.add(title);
                }
                batch.put((long) award, new Project(title, null));
                if (batch.size() == 1000) {
                    Candidates.store(connection, batch);
                    connection.commit();
                    batch.clear();
                }
            }
            for (int i = 0; i < same.size(); i++) {
                Candidates.store(connection, AWARDS + i, same.get(i).a());
            }
            connection.commit();
            System.out.printf("%d awards stored in %.1f s%n", AWARDS, (System.nanoTime() - begun) / 1e9);
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("analyze award_text");
            }
            search(connection, sought.stream().map(title -> new Project(titles.reworded(title), null)).toList(), 0, AWARDS / SEARCHES, "generated titles");
            search(connection, sought.stream().map(title -> new Project(titles.reworded(title), null)).toList(), 0, AWARDS / SEARCHES, "generated titles, warm");
            search(connection, same.stream().map(pair -> new Project(pair.b().title(), null)).toList(), AWARDS, 1, "labelled pairs, looked for by title alone");
            search(connection, same.stream().map(Pair::b).toList(), AWARDS, 1, "labelled pairs, with summary");
        }
    }

    /** The award sought by the project number i is the first one plus i steps. */
    private static void search(Connection connection, List<Project> projects, long first, long step, String what) throws SQLException {
        double[] millis = new double[projects.size()];
        int found = 0;
        for (int i = 0; i < projects.size(); i++) {
            long begun = System.nanoTime();
            List<Long> candidates = Candidates.of(connection, projects.get(i), LIMIT);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            if (candidates.contains(first + i * step)) {
                found++;
            }
        }
        Arrays.sort(millis);
        System.out.printf("%s: %d searches, median %.1f ms, p95 %.1f ms, longest %.1f ms; sought award among %d candidates: %.3f%n", what, millis.length,
                millis[millis.length / 2], millis[millis.length * 95 / 100], millis[millis.length - 1], LIMIT, (double) found / millis.length);
    }
}
