package org.zhunsheng.deadlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;

/** What a period says by itself is what an evaluation says of it, on every kind of day and under every reading. */
@DisplayName("期限与评定一致")
class AgreementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBases BASES = new RuleBases();
    private static final Deadlines DEADLINES = new Deadlines(BASES);
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);

    /** Two years and two months, so that every holiday, month's end and leap day is met, within the calendar on both sides. */
    private static Stream<LocalDate> days() {
        return LocalDate.of(2022, 6, 13).datesUntil(LocalDate.of(2024, 8, 31));
    }

    private static JsonNode counted(String kind, LocalDate start, String readings) {
        String body = "{'kind':'%s','policy':'jkf_2022_9','start':'%s','readings':%s}".formatted(kind, start, readings);
        return tree(DeadlineWriter.counted(DEADLINES.count(bytes(body))));
    }

    private static JsonNode decision(String question, String facts, String readings) {
        return tree(EVALUATIONS.evaluate(bytes("{%s,'policy':'jkf_2022_9','facts':%s,'readings':%s}".formatted(question, facts, readings))).core())
                .at("/decisions/0");
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("公示期的最后一天")
    @CsvSource(quoteCharacter = '`', value = {"{}", "{'A46':'START_DAY_NOT_COUNTED'}", "{'A46':'START_DAY_COUNTED'}"})
    void publicity(String readings) {
        days().forEach(start -> assertEquals(
                decision("'question':'PROCEDURE','step':'PUBLICITY'", "{'publicity':{'startedOn':'" + start + "'}}", readings)
                        .at("/values/publicityLastDay").asText(),
                counted("PUBLICITY_END", start, readings).get("day").asText(), start::toString));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("验收的最后一天")
    @CsvSource(quoteCharacter = '`', value = {"{}", "{'A47':'NO_ROLL'}"})
    void acceptance(String readings) {
        days().forEach(end -> {
            JsonNode values = decision("'question':'PROCEDURE','step':'ACCEPTANCE'",
                    "{'project':{'paymentMode':'PRE_GRANT','implementationEndsOn':'" + end + "'}}", readings).get("values");
            JsonNode counted = counted("ACCEPTANCE_DUE", end, readings);
            assertEquals(List.of(values.get("nominalDueOn"), values.get("acceptanceDueOn")), List.of(counted.get("nominalDay"), counted.get("day")),
                    end::toString);
            assertEquals(!values.get("nominalDueOn").equals(values.get("acceptanceDueOn")), counted.get("rolled").asBoolean(), end::toString);
        });
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("不予重复支持的期间")
    @CsvSource(quoteCharacter = '`', value = {"{}", "{'A50':'CALENDAR_INCLUSIVE'}", "{'A50':'CALENDAR_FOLLOWING'}"})
    void window(String readings) {
        days().filter(day -> day.getDayOfMonth() % 7 == 1 || day.getMonthValue() == 2).forEach(decided -> {
            JsonNode counted = counted("NON_REPEAT_WINDOW", decided, readings);
            LocalDate free = LocalDate.parse(counted.get("firstFreeDay").asText());
            JsonNode last = noRepeat(decided, free.minusDays(1), readings);
            assertEquals(List.of(counted.get("lastBarredDay"), counted.get("firstFreeDay")),
                    List.of(last.at("/values/windowTo"), last.at("/values/firstFreeDay")), decided::toString);
            assertEquals("NOT_MET", last.get("verdict").asText(), decided::toString);
            assertEquals("MET", noRepeat(decided, free, readings).get("verdict").asText(), decided::toString);
        });
    }

    private static JsonNode noRepeat(LocalDate decided, LocalDate submitted, String readings) {
        JsonNode decision = decision("'question':'SUPPORT','direction':'JOURNAL'", """
                {'application':{'submittedOn':'%s'},'awardsHistory':[{'policy':'jkf_2022_9','direction':'JOURNAL','sameUnit':true,'sameContent':false,
                'state':'APPROVED','decidedOn':'%s'}]}""".formatted(submitted, decided), readings);
        for (JsonNode finding : decision.get("findings")) {
            if (finding.get("clause").asText().equals("17.s1.b")) {
                return finding;
            }
        }
        throw new AssertionError("没有 17.s1.b");
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("日历之外的年份，都不作答")
    @CsvSource({"PUBLICITY_END,2098-12-01", "ACCEPTANCE_DUE,2098-10-01"})
    void unknownYear(String kind, LocalDate start) {
        String refused = "";
        try {
            counted(kind, start, "{}");
        } catch (RuntimeException problem) {
            refused = problem.getMessage();
        }
        assertTrue(refused.contains("CALENDAR_YEAR_NOT_HELD"), refused);
    }
}
