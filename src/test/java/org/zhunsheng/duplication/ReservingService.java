package org.zhunsheng.duplication;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.BuiltAlone;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.ProblemException;

/**
 * What of the service it takes to reserve a place, as a process that can be killed: rules, ledger and the database of its own in a folder.
 * Requests are lines of an Idempotency-Key and a body. Of a request it first says that the ledger is done with it, and then the answer.
 */
final class ReservingService {

    static final String OPEN = "::open";
    static final String WRITTEN = "::written";
    static final String ANSWER = "::answer ";

    private ReservingService() {
    }

    static Reservations over(Database database, RuleBases bases) {
        return new Reservations(database, bases, new Evaluations(bases), new Subjects(new Ids(Clock.systemUTC())), Reservations.Guard.LOCKS_AND_CONSTRAINT);
    }

    /** The document that awards are reserved under, and what stands between documents. */
    static RuleBases bases() {
        return BuiltAlone.of("cross_policy", "jkf_2022_9");
    }

    /** The rules are loaded before anybody says where the data are, so that the next process stands by while this one works. */
    public static void main(String[] none) throws Exception {
        // the engine writes traces unless it is told before it starts that nobody wants them
        Logger.getLogger("").setLevel(Level.WARNING);
        RuleBases bases = ReservingService.bases();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String folder = in.readLine();
        if (folder == null) {
            return;
        }
        try (Database database = Database.in(Path.of(folder), 2)) {
            database.await();
            Reservations reservations = over(database, bases);
            System.out.println(OPEN);
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                String[] parts = request.split(" ", 2);
                String answer;
                try {
                    answer = new String(reservations.reserve("调用方", parts[1].getBytes(StandardCharsets.UTF_8), parts[0]), StandardCharsets.UTF_8);
                } catch (ProblemException problem) {
                    answer = "problem " + problem.getMessage();
                }
                System.out.println(WRITTEN);
                System.out.println(ANSWER + answer);
            }
        }
    }
}
