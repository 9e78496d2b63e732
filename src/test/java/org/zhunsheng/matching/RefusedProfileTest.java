package org.zhunsheng.matching;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.evaluation.Evaluations;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.ProblemException;

@DisplayName("档案有错：逐处指出，不作查找")
class RefusedProfileTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Matches MATCHES = new Matches(BASES, new Evaluations(BASES));

    private static byte[] profile(String members) {
        return ("{'simulate':true," + members + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static void match(String members) {
        MATCHES.match(profile(members), LocalDate.of(2025, 5, 20));
    }

    private static List<String> faults(String members) {
        return assertThrows(ProblemException.class, () -> match(members)).problem().faults().stream()
                .map(fault -> fault.code() + " " + fault.pointer()).sorted().toList();
    }

    private static String judged(String point, String value) {
        return "'judgements':{'" + point + "':{'by':'甲','on':'2025-05-20','reason':'乙','value':" + value + "}}";
    }

    @Test
    @DisplayName("判断写错的，指向所在的活动，哪怕没有文件会问到它")
    void judgementsOfAnActivity() {
        assertEquals(List.of("UNKNOWN_JUDGEMENT /activities/0/judgements/jkf_2022_9~16.9.9", "UNKNOWN_JUDGEMENT /activities/1/judgements/jkf_2022_9~16.2.2/value",
                "UNKNOWN_JUDGEMENT /judgements/x~11"), faults(judged("x/1", "true") + ",'facts':{},'activities':[{'activity':'甲',"
                + judged("jkf_2022_9/6.9.9", "true") + "},{'activity':'乙'," + judged("jkf_2022_9/6.2.2", "'MAJOR'") + "}]"));
    }

    @Test
    @DisplayName("口径写错的，哪怕没有文件会用到它")
    void readings() {
        assertEquals(List.of("UNKNOWN_READING /readings/A51", "UNKNOWN_READING /readings/INT-08", "UNKNOWN_READING /readings/a~1b"),
                faults("'readings':{'A51':'X','INT-08':'EXPIRY','a/b':'X'},'facts':{},'activities':[]"));
    }

    @Test
    @DisplayName("有一份文件可以这样读就行，别的文件不受影响")
    void oneDocumentIsEnough() {
        assertDoesNotThrow(() -> match("'readings':{'A48':'WHOLE_ARTICLE','INT-16':'CLOSED','INT-23':'OLD_TEXT'},'sensitivity':true,'facts':{},'activities':[{'activity':'甲','facts':"
                + "{'activity':{'code':'FRONTIER_HARD_TECH_STARTUP'},'park':{},'basePark':{},'technologyPrizes':{}}}]"));
    }

    @Test
    @DisplayName("共同部分与活动合起来才矛盾的，也指出")
    void contradictoryTogether() {
        assertEquals(List.of("CONTRADICTION /activities/1/facts/park/publicServiceAreaM2"), faults("'facts':{'park':{'siteAreaM2':100}},'activities':["
                + "{'activity':'甲','facts':{'park':{'publicServiceAreaM2':100}}},{'activity':'乙','facts':{'park':{'publicServiceAreaM2':100.01}}}]"));
    }

    private static String day(String name, String on) {
        return "{'activity':'" + name + "','facts':{'application':{'submittedOn':'" + on + "'}}}";
    }

    @Test
    @DisplayName("申报提交日写在活动里：各活动相同就按那一天问，不同就须写 asOf")
    void dayOfTheActivities() {
        String same = "'activities':[" + day("甲", "2023-03-15") + "," + day("乙", "2023-03-15") + "]";
        String core = new String(MATCHES.match(profile(same), LocalDate.of(2025, 5, 20)).core(), StandardCharsets.UTF_8);
        assertTrue(core.startsWith("{\"asOf\":\"2023-03-15\""), core);
        String different = "'activities':[" + day("甲", "2023-03-15") + "," + day("乙", "2025-03-15") + "]";
        assertEquals(List.of("CONTRADICTION /activities/1/facts/application/submittedOn"), faults(different));
        assertDoesNotThrow(() -> match("'asOf':'2023-03-15'," + different));
    }

    @Test
    @DisplayName("写了两遍：同一个数换种写法不算矛盾，不同的数算")
    void saidTwice() {
        assertDoesNotThrow(() -> match("'facts':{'park':{'siteAreaM2':100}},'activities':[{'activity':'甲','facts':{'park':{'siteAreaM2':100.00}}}]"));
        assertEquals(List.of("CONTRADICTION /activities/0/facts/park/siteAreaM2"),
                faults("'facts':{'park':{'siteAreaM2':100}},'activities':[{'activity':'甲','facts':{'park':{'siteAreaM2':101}}}]"));
    }
}
