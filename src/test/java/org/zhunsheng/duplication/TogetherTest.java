package org.zhunsheng.duplication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhunsheng.calendar.Periods;
import org.zhunsheng.database.Address;
import org.zhunsheng.database.Database;
import org.zhunsheng.database.TestServer;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.record.Ids;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.subjects.Subjects;
import org.zhunsheng.wire.Problem;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

@DisplayName("许多调用方同时要同样的名额")
class TogetherTest {

    private static final int CALLERS = 64;
    private static final int ROUNDS = 4;
    private static final List<String> DIRECTIONS = List.of("OVERSEAS_PARK", "JOURNAL", "OPEN_SCIENCE", "CONFERENCE_OR_ACTIVITY");
    private static final RuleBases BASES = new RuleBases();

    /** Each line of defence by itself, and both. */
    enum Line { LOCKS_AND_CONSTRAINT, CONSTRAINT_ALONE, LOCKS_ALONE }

    @ParameterizedTest
    @EnumSource(Line.class)
    @DisplayName("一个窗口、一个内容绝没有两项；不曾因死锁失败；每次被拒都说出是谁占了")
    void neverTwo(Line line) throws Exception {
        Address address = TestServer.POSTGRES_18.emptyDatabase();
        try (Database database = Database.at(address, 8)) {
            database.await();
            if (line == Line.LOCKS_ALONE) {
                TestServer.execute(address, "alter table award_place drop constraint one_award_a_place");
            }
            Reservations reservations = new Reservations(database, BASES, new Evaluations(BASES), new Subjects(new Ids(Clock.systemUTC())),
                    line == Line.CONSTRAINT_ALONE ? Reservations.Guard.CONSTRAINT_ALONE : Reservations.Guard.LOCKS_AND_CONSTRAINT);
            List<String> units = IntStream.range(0, 20).mapToObj(i -> Unit.code()).toList();
            List<Problem> refused = new ArrayList<>();
            // whoever comes first to a cold engine waits for it, and here so many would come
            round(reservations, List.of(Unit.code()), -1, 1);
            int held = 0;
            for (int round = 0; round < ROUNDS; round++) {
                for (Object outcome : round(reservations, units, round, CALLERS)) {
                    if (outcome instanceof Problem problem) {
                        refused.add(problem);
                    } else {
                        held++;
                    }
                }
            }
            assertTrue(held >= 20, "只有 " + held + " 项");
            for (Problem problem : refused) {
                assertEquals(ProblemCode.BLOCKED, problem.code(), problem.zh());
                assertFalse(problem.blockers().isEmpty());
                assertTrue(problem.blockers().stream().allMatch(blocker -> AwardCode.sound(blocker.award())), problem.zh());
            }
            assertApart(awards(database));
        }
    }

    private static List<Object> round(Reservations reservations, List<String> units, int round, int requests) throws Exception {
        Random random = new Random(round);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            String body = "{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"%s\",\"contentKey\":\"K-%d\",\"decidedOn\":\"%s\"}".formatted(
                    units.get(random.nextInt(units.size())), DIRECTIONS.get(random.nextInt(DIRECTIONS.size())), random.nextInt(60),
                    LocalDate.of(2023, 1, 1).plusDays(random.nextInt(2_500)));
            calls.add(() -> asked(reservations, body.getBytes(StandardCharsets.UTF_8), UUID.randomUUID().toString(), 3));
        }
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> call : callers.invokeAll(calls)) {
                outcomes.add(call.get());
            }
            return outcomes;
        } finally {
            callers.shutdown();
        }
    }

    /** As a caller does it: where the service has too much to do for the moment, the same again under the same key. */
    private static Object asked(Reservations reservations, byte[] body, String key, int times) {
        try {
            return reservations.reserve("同时", body, key);
        } catch (ProblemException refused) {
            return refused.problem().code() == ProblemCode.RECORD_UNAVAILABLE && times > 1 ? asked(reservations, body, key, times - 1) : refused.problem();
        }
    }

    private static List<Award> awards(Database database) throws Exception {
        try (var connection = database.connection()) {
            return new AwardTable(connection).ofPeriod(null, null, AwardTable.NOW, 0, 10_000);
        }
    }

    /** By another arithmetic than the rules': of two awards, neither day lies within three years of the other. */
    private static void assertApart(List<Award> awards) {
        List<Award> barring = awards.stream().filter(award -> !award.content().direction().equals("CONFERENCE_OR_ACTIVITY")).toList();
        for (Award one : barring) {
            for (Award other : barring) {
                if (one.id() >= other.id()) {
                    continue;
                }
                assertFalse(one.content().contentKey().equals(other.content().contentKey()), one + "\n" + other);
                LocalDate first = one.content().decidedOn().isBefore(other.content().decidedOn()) ? one.content().decidedOn() : other.content().decidedOn();
                LocalDate second = first.equals(one.content().decidedOn()) ? other.content().decidedOn() : one.content().decidedOn();
                assertFalse(one.content().subject().equals(other.content().subject()) && !second.isAfter(Periods.yearsAfter(first, 3)), one + "\n" + other);
            }
        }
    }

}
