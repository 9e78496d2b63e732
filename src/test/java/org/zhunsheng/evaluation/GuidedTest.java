package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Park;
import org.zhunsheng.facts.Question;
import org.zhunsheng.facts.Readings;
import org.zhunsheng.guides.Guide;
import org.zhunsheng.guides.GuideEdition;
import org.zhunsheng.guides.HeldGuides;
import org.zhunsheng.policy.AnnualGuide;
import org.zhunsheng.policy.Policy;
import org.zhunsheng.policy.Selection;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.GuideRequest;

@DisplayName("年度申报通知之下的评定")
class GuidedTest {

    private static final RuleBases BASES = new RuleBases();
    private static final Evaluations EVALUATIONS = new Evaluations(BASES);
    private static final GuideRequest.Limit LIMIT = new GuideRequest.Limit("6.2.1", "只收已运营满两年的园区", "only parks in their third year");

    private static HeldGuides held(int year, String opensOn, String closesOn, GuideRequest.Limit... limits) {
        Guide guide = new Guide("jkf_2022_9", year, day(opensOn), day(closesOn), List.of(), List.of(), List.of(limits), "通知");
        GuideEdition edition = new GuideEdition(guide, 1, "sha256:guide", Instant.EPOCH, "政策处");
        return (policy, asked) -> policy.equals("jkf_2022_9") && asked == year ? Optional.of(edition) : Optional.empty();
    }

    private static LocalDate day(String written) {
        return written == null ? null : LocalDate.parse(written);
    }

    private static final HeldGuides SPRING = held(2023, "2023-03-01", "2023-03-31");

    private static JsonNode core(String question, String application, HeldGuides held) {
        return Comparison.tree(EVALUATIONS.evaluate(body(question, application), held).core());
    }

    private static byte[] body(String question, String application) {
        return "{%s,'policy':'jkf_2022_9','facts':{'application':{%s}}}".formatted(question, application).replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode support(String application, HeldGuides held) {
        return core("'question':'SUPPORT','direction':'JOURNAL'", application, held);
    }

    private static JsonNode deadline(JsonNode core) {
        return StreamSupport.stream(core.at("/decisions/0/findings").spliterator(), false)
                .filter(finding -> finding.get("clause").asText().equals("16.p1")).findFirst().orElseThrow();
    }

    private static List<String> warnings(JsonNode core) {
        return StreamSupport.stream(core.at("/guide/warnings").spliterator(), false)
                .map(each -> each.get("code").asText() + (each.has("day") ? " " + each.get("day").asText() : "") + " " + each.get("clause").asText()).toList();
    }

    @Test
    @DisplayName("没有收录的，答复写明哪一年，事实照旧")
    void notHeld() {
        JsonNode core = support("'submittedOn':'2023-03-15'", HeldGuides.NONE);
        assertEquals("{\"held\":false,\"policy\":\"jkf_2022_9\",\"warnings\":[{\"clause\":\"16.p1\",\"code\":\"GUIDE_NOT_HELD\"}],\"year\":2023}",
                core.get("guide").toString());
        assertTrue(deadline(core).path("evidence").isMissingNode());
        assertEquals(List.of("GUIDE_NOT_HELD 16.p1"), warnings(support("'submittedOn':'2024-03-15'", SPRING)));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @DisplayName("没有写截止日的，用通知的截止日；当天还在期内")
    @CsvSource(nullValues = "-", value = {"2023-03-31, MET, -", "2023-04-01, NOT_MET, AFTER_GUIDE_CLOSES 2023-03-31 16.p1",
        "2023-03-01, MET, -", "2023-02-28, MET, BEFORE_GUIDE_OPENS 2023-03-01 16.p1"})
    void suppliesTheClosingDay(String submitted, String verdict, String warning) {
        JsonNode core = support("'submittedOn':'" + submitted + "'", SPRING);
        assertEquals(verdict, deadline(core).get("verdict").asText());
        assertEquals("2023-03-31", deadline(core).at("/evidence/0/required").asText());
        assertEquals("{\"application.noticeDeadline\":\"2023-03-31\"}", core.at("/guide/supplied").toString());
        assertEquals("sha256:guide", core.at("/guide/digest").asText());
        assertEquals(warning == null ? List.of() : List.of(warning), warnings(core));
        assertTrue(core.at("/request/facts/application/noticeDeadline").isMissingNode(), "请求照所写的记下");
    }

    @Test
    @DisplayName("过了截止日的申报不予支持，由第十六条定局")
    void tooLate() {
        JsonNode core = support("'submittedOn':'2023-04-01'", SPRING);
        assertEquals("INELIGIBLE", core.at("/decisions/0/outcome").asText());
        assertEquals("16.p1", core.at("/decisions/0/decidedBy/0").asText());
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("请求写了截止日的以请求为准，与通知不同的要提示")
    @CsvSource(quoteCharacter = '`', value = {"'2023-04-30' | MET | STATED_DEADLINE_DIFFERS 2023-03-31 16.p1",
        "{'none':true} | MET | STATED_DEADLINE_DIFFERS 2023-03-31 16.p1", "'2023-03-31' | NOT_MET |"}, delimiter = '|')
    void statedDeadline(String stated, String verdict, String differs) {
        JsonNode core = support("'submittedOn':'2023-04-10','noticeDeadline':" + stated, SPRING);
        assertEquals(verdict, deadline(core).get("verdict").asText());
        assertTrue(core.at("/guide/supplied").isMissingNode());
        assertEquals(differs == null ? List.of("AFTER_GUIDE_CLOSES 2023-03-31 16.p1") : List.of("AFTER_GUIDE_CLOSES 2023-03-31 16.p1", differs),
                warnings(core));
    }

    @Test
    @DisplayName("通知的年度以申报写明的为先；附加要求逐条提示；没写日期的通知不提供日期")
    void yearAndLimits() {
        HeldGuides next = held(2024, "2023-12-01", null, LIMIT);
        JsonNode core = support("'submittedOn':'2023-12-15','noticeYear':2024", next);
        assertEquals(2024, core.at("/guide/year").asInt());
        assertEquals(List.of("GUIDE_SETS_LIMIT 6.2.1"), warnings(core));
        assertTrue(core.at("/guide/supplied").isMissingNode());
        assertEquals(List.of("GUIDE_NOT_HELD 16.p1"), warnings(support("'submittedOn':'2023-12-15'", next)));
    }

    @Test
    @DisplayName("没有申报日的，看所问的那一天")
    void withoutApplicationDay() {
        JsonNode core = core("'question':'SUPPORT','direction':'JOURNAL','asOf':'2023-05-01'", "", SPRING);
        assertEquals(2023, core.at("/guide/year").asInt());
        assertEquals(List.of(), warnings(core));
        assertEquals("2023-03-31", core.at("/guide/supplied/application.noticeDeadline").asText());
    }

    @Test
    @DisplayName("通知管不到的问题，和文件施行之前，都不提通知")
    void elsewhere() {
        assertTrue(core("'question':'PROCEDURE','step':'PUBLICITY'", "'submittedOn':'2023-03-15'", SPRING).path("guide").isMissingNode());
        assertTrue(support("'submittedOn':'2022-03-15'", SPRING).path("guide").isMissingNode());
    }

    @Test
    @DisplayName("当年通知已发布，也可以由收录的通知回答；没有收录的什么也不说明")
    void suppliesThatItWasPublished() {
        Policy policy = BASES.inForce("jkf_2022_9").orElseThrow().policy();
        Guiding guiding = new Guiding(leavingTo(new AnnualGuide("16.p1", List.of(Question.SUPPORT), null, "park.physicalParkBuilt"), policy),
                BASES.catalogue());
        Selection selection = new Selection(policy, policy.plans(Question.SUPPORT).get(0), policy.directions().get(0));
        Inquiry inquiry = new Inquiry(List.of(selection), LocalDate.of(2023, 5, 1), Readings.DEFAULTS, null, Map.of());
        assertEquals(Known.of("park.physicalParkBuilt", true), ((Park) guiding.guided(inquiry, SPRING).facts().get("park")).physicalParkBuilt());
        assertEquals(Map.of("park.physicalParkBuilt", true), guiding.guided(inquiry, SPRING).guidance().supplied());
        assertEquals(Map.of(), guiding.guided(inquiry, HeldGuides.NONE).facts());
    }

    private static Policy leavingTo(AnnualGuide guide, Policy of) {
        return new Policy(of.policy(), of.number(), of.between(), of.title(), of.issuer(), of.signedOn(), of.inForceFrom(), of.inForceTo(), of.trial(), of.planEndsOn(), of.endsUnder(),
                of.responsible(), of.funderLevel(), of.repeals(), of.caseFile(), of.codeFact(), of.directions(), of.questions(), of.clauses(),
                of.readings(), of.pairs(), guide, of.deadlines(), of.places());
    }

    @Test
    @DisplayName("同样的请求，同样的通知，同样的字节")
    void deterministic() {
        byte[] body = body("'question':'SUPPORT','direction':'JOURNAL'", "'submittedOn':'2023-03-15'");
        assertArrayEquals(EVALUATIONS.evaluate(body, SPRING).core(), EVALUATIONS.evaluate(body, held(2023, "2023-03-01", "2023-03-31")).core());
    }
}
