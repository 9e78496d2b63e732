package org.zhunsheng.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhunsheng.wire.Requests.facts;
import static org.zhunsheng.wire.Requests.faults;
import static org.zhunsheng.wire.Requests.read;
import static org.zhunsheng.wire.Requests.refusals;
import static org.zhunsheng.wire.Requests.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhunsheng.facts.Applicant;
import org.zhunsheng.facts.Application;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.facts.ForeignRd;
import org.zhunsheng.facts.Judgement;
import org.zhunsheng.facts.Known;
import org.zhunsheng.facts.Park;
import org.zhunsheng.facts.PlannedUse;
import org.zhunsheng.facts.PriorAward;
import org.zhunsheng.facts.Question;

@DisplayName("读取请求")
class FactReaderTest {

    @Test
    @DisplayName("完整的园区申请读成记录，未提供的事实为缺失，申明没有的事实为没有")
    void readsACompleteRequest() {
        EvaluationRequest request = read(Requests.PARK);
        assertEquals(Question.SUPPORT, request.question());
        assertEquals(LocalDate.of(2023, 3, 15), request.asOf());
        assertEquals(Map.of("A07", "STRICT", "A05", "NOTICE_YEAR"), request.readings());
        assertEquals(Map.of("jkf_2022_9/6.2.2", new Judgement(true, "专家组", LocalDate.of(2023, 4, 20), "现场核查确认")), request.judgements());
        Park park = (Park) request.facts().get("park");
        assertEquals(Known.of("park.siteAreaM2", new BigDecimal("45000")), park.siteAreaM2());
        assertEquals(Known.of("park.companiesInBothGroupsCount", 3), park.companiesInBothGroupsCount());
        assertEquals(Known.missing("park.publicServiceAreaM2"), park.publicServiceAreaM2());
        Application application = (Application) request.facts().get("application");
        assertEquals(Known.none("application.bannedFromApplyingUntil"), application.bannedFromApplyingUntil());
        assertEquals(new PlannedUse(Known.of("application.plannedUseOfFunds[].purpose", PlannedUse.Purpose.OTHER),
                Known.of("application.plannedUseOfFunds[].amountYuan", new BigDecimal("1500000.5"))), application.plannedUseOfFunds().value().get(1));
        Known<?> history = (Known<?>) request.facts().get("awardsHistory");
        assertEquals(PriorAward.State.PAID, ((PriorAward) ((List<?>) history.value()).get(0)).state().value());
        assertEquals(Applicant.EntityType.NATIONAL_HIGH_TECH_ENTERPRISE, ((Applicant) request.facts().get("applicant")).entityType().value());
    }

    @Test
    @DisplayName("按年度的金额读成以年份为键的表")
    void readsAmountsByYear() {
        ForeignRd rd = (ForeignRd) read(facts("'foreignRd':{'rdInvestmentByYearYuan':{'2022':200000000,'2021':0.50}}")).facts().get("foreignRd");
        assertEquals(Map.of(2022, new BigDecimal("200000000"), 2021, new BigDecimal("0.5")), rd.rdInvestmentByYearYuan().value());
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @DisplayName("每一种不合规的事实都在原处以固定代码被拒绝")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'park':{'siteAreaM2':'45000'}                          | /facts/park/siteAreaM2                | WRONG_TYPE
            'park':{'siteAreaM2':true}                             | /facts/park/siteAreaM2                | WRONG_TYPE
            'park':{'siteAreaM2':[1]}                              | /facts/park/siteAreaM2                | WRONG_TYPE
            'park':{'siteAreaM2':{'value':1}}                      | /facts/park/siteAreaM2                | WRONG_TYPE
            'park':{'siteAreaM2':-1}                               | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':-0.000001}                        | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':1.0000001}                        | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':1234567890123456}                 | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':1000000000000000}                 | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':123456789012345.6}                | /facts/park/siteAreaM2                | OUT_OF_RANGE
            'park':{'siteAreaM2':1e999999999}                      | /facts/park/siteAreaM2                | NOT_A_NUMBER
            'park':{'siteAreaM2':45E3}                             | /facts/park/siteAreaM2                | NOT_A_NUMBER
            'park':{'siteAreaM2':null}                             | /facts/park/siteAreaM2                | NULL_REFUSED
            'park':{'siteAreaM2':{'none':true}}                    | /facts/park/siteAreaM2                | NONE_NOT_ADMITTED
            'park':{'occupancyRatePercent':100.01}                 | /facts/park/occupancyRatePercent      | OUT_OF_RANGE
            'park':{'physicalParkBuilt':'true'}                    | /facts/park/physicalParkBuilt         | WRONG_TYPE
            'park':{'physicalParkBuilt':1}                         | /facts/park/physicalParkBuilt         | WRONG_TYPE
            'park':{'beijingCompanyCount':3.5}                     | /facts/park/beijingCompanyCount       | WRONG_TYPE
            'park':{'beijingCompanyCount':3.0}                     | /facts/park/beijingCompanyCount       | WRONG_TYPE
            'park':{'beijingCompanyCount':1e1}                     | /facts/park/beijingCompanyCount       | WRONG_TYPE
            'park':{'beijingCompanyCount':2147483648}              | /facts/park/beijingCompanyCount       | OUT_OF_RANGE
            'park':{'beijingCompanyCount':-1}                      | /facts/park/beijingCompanyCount       | OUT_OF_RANGE
            'park':{'locationClass':'ABROAD'}                      | /facts/park/locationClass             | UNKNOWN_VALUE
            'park':{'locationClass':'foreign_country'}             | /facts/park/locationClass             | UNKNOWN_VALUE
            'park':{'locationClass':0}                             | /facts/park/locationClass             | WRONG_TYPE
            'park':{'operatorRegisteredOn':'2023-02-30'}           | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'2023-02-29'}           | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'2023-2-3'}             | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'2023/02/03'}           | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'2023-02-03T00:00:00'}  | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'２０２３-02-03'}        | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':'0000-01-01'}           | /facts/park/operatorRegisteredOn      | NOT_A_DATE
            'park':{'operatorRegisteredOn':20230203}               | /facts/park/operatorRegisteredOn      | WRONG_TYPE
            'park':{'siteAreaM2':1,'siteAreaM2':1}                 | /facts/park/siteAreaM2                | DUPLICATE_KEY
            'park':{},'park':{}                                    | /facts/park                           | DUPLICATE_KEY
            'park':{'areaM2':1}                                    | /facts/park/areaM2                    | UNKNOWN_FIELD
            'park':{'areaM2':{'a':[{}]},'setUpByApplicant':true}   | /facts/park/areaM2                    | UNKNOWN_FIELD
            'park':null                                            | /facts/park                           | NULL_REFUSED
            'park':[]                                              | /facts/park                           | WRONG_TYPE
            'parks':{}                                             | /facts/parks                          | UNKNOWN_FIELD
            'a/b~c':{}                                             | /facts/a~1b~0c                        | UNKNOWN_FIELD
            'journal':{'firstQ1On':{'none':false}}                 | /facts/journal/firstQ1On              | WRONG_TYPE
            'journal':{'firstQ1On':{}}                             | /facts/journal/firstQ1On              | WRONG_TYPE
            'journal':{'firstQ1On':{'none':true,'since':1}}        | /facts/journal/firstQ1On              | WRONG_TYPE
            'journal':{'title':'  '}                               | /facts/journal/title                  | INVALID_TEXT
            'journal':{'title':'a\\tb'}                            | /facts/journal/title                  | INVALID_TEXT
            'journal':{'title':'a\\u0085b'}                        | /facts/journal/title                  | INVALID_TEXT
            'journal':{'title':'a\\ud800b'}                        | /facts/journal/title                  | INVALID_TEXT
            'journal':{'title':'a\\udc00\\ud800b'}                 | /facts/journal/title                  | INVALID_TEXT
            'application':{'requestedAmountYuan':0.001}            | /facts/application/requestedAmountYuan | OUT_OF_RANGE
            'application':{'noticeYear':1999}                      | /facts/application/noticeYear         | OUT_OF_RANGE
            'application':{'plannedUseOfFunds':{'none':true}}      | /facts/application/plannedUseOfFunds  | NONE_NOT_ADMITTED
            'application':{'plannedUseOfFunds':[{},{'purpose':'X'}]} | /facts/application/plannedUseOfFunds/1/purpose | UNKNOWN_VALUE
            'application':{'plannedUseOfFunds':[null]}             | /facts/application/plannedUseOfFunds/0 | NULL_REFUSED
            'application':{'plannedUseOfFunds':['OTHER']}          | /facts/application/plannedUseOfFunds/0 | WRONG_TYPE
            'rdCentre':{'internationalInventionPatentGrantDates':['2023-01-01','2023-13-01']} | /facts/rdCentre/internationalInventionPatentGrantDates/1 | NOT_A_DATE
            'openScience':{'roles':'PLATFORM_BUILDER'}             | /facts/openScience/roles              | WRONG_TYPE
            'openScience':{'roles':['BUILDER']}                    | /facts/openScience/roles/0            | UNKNOWN_VALUE
            'foreignRd':{'rdInvestmentByYearYuan':{'1948':1}}      | /facts/foreignRd/rdInvestmentByYearYuan/1948 | OUT_OF_RANGE
            'foreignRd':{'rdInvestmentByYearYuan':{'2101':1}}      | /facts/foreignRd/rdInvestmentByYearYuan/2101 | OUT_OF_RANGE
            'foreignRd':{'rdInvestmentByYearYuan':{'+2022':1}}     | /facts/foreignRd/rdInvestmentByYearYuan/+2022 | OUT_OF_RANGE
            'foreignRd':{'rdInvestmentByYearYuan':{'2022':-1}}     | /facts/foreignRd/rdInvestmentByYearYuan/2022 | OUT_OF_RANGE
            'foreignRd':{'rdInvestmentByYearYuan':{'2022':1,'2022':1}} | /facts/foreignRd/rdInvestmentByYearYuan/2022 | DUPLICATE_KEY
            'foreignRd':{'rdInvestmentByYearYuan':{'none':true}}   | /facts/foreignRd/rdInvestmentByYearYuan/none | NONE_NOT_ADMITTED
            'foreignRd':{'rdInvestmentByYearYuan':[1]}             | /facts/foreignRd/rdInvestmentByYearYuan | WRONG_TYPE
            'awardsHistory':[{'state':'PAYED'}]                    | /facts/awardsHistory/0/state          | UNKNOWN_VALUE
            'awardsHistory':null                                   | /facts/awardsHistory                  | NULL_REFUSED
            'incubator':{'incubatedCompanyCount':5,'incubatedCooperatingWithBeijingCount':6} | /facts/incubator/incubatedCooperatingWithBeijingCount | CONTRADICTION
            'park':{'companiesInBothGroupsCount':6,'cooperatingCompanyCount':5} | /facts/park/companiesInBothGroupsCount | CONTRADICTION
            'talent':{'returnOn':'2023-01-01','departOn':'2023-01-02'} | /facts/talent/departOn            | CONTRADICTION
            'techTransfer':{'projects':[{},{'annualRevenueYuan':5,'annualRevenueAbroadYuan':5.01}]} | /facts/techTransfer/projects/1/annualRevenueAbroadYuan | CONTRADICTION
            """)
    void refusesAFact(String facts, String pointer, ProblemCode code) {
        assertEquals(List.of(pointer + " " + code), refusals(facts(facts)));
    }

    @ParameterizedTest
    @DisplayName("界上的值都可接受")
    @ValueSource(strings = {"'park':{'siteAreaM2':0}", "'park':{'siteAreaM2':999999999999999}", "'park':{'siteAreaM2':0.000001}",
            "'park':{'siteAreaM2':45000.0000000}", "'park':{'siteAreaM2':-0.0}", "'park':{'occupancyRatePercent':100}",
            "'application':{'requestedAmountYuan':0.01}", "'park':{'operatorRegisteredOn':'2024-02-29'}", "'park':{'beijingCompanyCount':2147483647}",
            "'foreignRd':{'rdInvestmentByYearYuan':{'1949':1,'2100':1}}", "'foreignRd':{'rdInvestmentByYearYuan':{}}", "'park':{}",
            "'awardsHistory':[]", "'journal':{'title':'😀 自然'}", "'talent':{'returnOn':'2023-01-01','departOn':'2023-01-01'}",
            "'park':{'companiesInBothGroupsCount':5,'cooperatingCompanyCount':5,'beijingCompanyCount':5}"})
    void acceptsWhatIsJustInside(String facts) {
        assertEquals(List.of(), refusals(facts(facts)));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @DisplayName("请求的其他成员同样严格")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'question':'SUPPORT'                                        | /question                    | DUPLICATE_KEY
            'direction':7                                               | /direction                   | WRONG_TYPE
            'direction':null                                            | /direction                   | NULL_REFUSED
            'asOf':'15.3.2023'                                          | /asOf                        | NOT_A_DATE
            'simulate':'yes'                                            | /simulate                    | WRONG_TYPE
            'readings':{'A07':true}                                     | /readings/A07                | WRONG_TYPE
            'readings':{'A07':'STRICT','A07':'STRICT'}                  | /readings/A07                | DUPLICATE_KEY
            'readings':['A07']                                          | /readings                    | WRONG_TYPE
            'facts':null                                                | /facts                       | NULL_REFUSED
            'judgements':{'6.2.2':true}                                 | /judgements/6.2.2            | WRONG_TYPE
            'judgements':{'6.2.2':{'by':'b','reason':'r'}}              | /judgements/6.2.2/value      | MISSING_FIELD
            'judgements':{'6.2.2':{'value':true,'reason':'r'}}          | /judgements/6.2.2/by         | MISSING_FIELD
            'judgements':{'6.2.2':{'value':true,'by':'b'}}              | /judgements/6.2.2/reason     | MISSING_FIELD
            'judgements':{'6.2.2':{'value':true,'by':' ','reason':'r'}} | /judgements/6.2.2/by         | INVALID_TEXT
            'judgements':{'6.2.2':{'value':1,'by':'b','reason':'r'}}    | /judgements/6.2.2/value      | WRONG_TYPE
            'judgements':{'6.2.2':{'value':true,'by':'b','reason':'r','at':'x'}} | /judgements/6.2.2/at | UNKNOWN_FIELD
            'judgements':{'a/b':{'value':true,'by':'b','reason':'r','on':'x'}} | /judgements/a~1b/on   | NOT_A_DATE
            """)
    void refusesAMember(String members, String pointer, ProblemCode code) {
        assertEquals(List.of(pointer + " " + code), refusals(with(members)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("读不到底的请求体")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                       |  EMPTY_BODY
            `  `                                                     |  EMPTY_BODY
            []                                                       |  WRONG_TYPE
            null                                                     |  NULL_REFUSED
            {"question":"SUPPORT","policy":"p"                       |  MALFORMED_JSON
            {"question":"SUPPORT","policy":"p"} {}                   |  MALFORMED_JSON
            {"question":"SUPPORT","policy":"p"} x                    |  MALFORMED_JSON
            {'question':"SUPPORT"}                                   |  MALFORMED_JSON
            {"question":"SUPPORT","policy":"p",}                     |  MALFORMED_JSON
            {"question":"SUPPORT","policy":"p","facts":{"park":{"siteAreaM2":NaN}}} | MALFORMED_JSON
            {"question":"SUPPORT","policy":"p","facts":{"park":{"siteAreaM2":007}}} | MALFORMED_JSON
            // comment                                               |  MALFORMED_JSON
            """)
    void refusesABody(String body, ProblemCode code) {
        assertEquals(List.of(code), faults(body).stream().map(Fault::code).toList());
    }

    @Test
    @DisplayName("不是 UTF-8 的请求体不是有效的 JSON")
    void refusesOtherEncodings() {
        byte[] body = Requests.bytes(facts("'journal':{'title':'x'}"));
        body[new String(body, java.nio.charset.StandardCharsets.UTF_8).indexOf("\"x\"") + 1] = (byte) 0xFF;
        assertEquals(List.of(ProblemCode.MALFORMED_JSON), faults(body).stream().map(Fault::code).toList());
    }

    @Test
    @DisplayName("缺少问题和文件时都指出，未知问题列出可用的问题")
    void namesWhatIsRequired() {
        assertEquals(List.of("/question MISSING_FIELD", "/policy MISSING_FIELD"), refusals("{}"));
        Fault unknown = faults("{\"question\":\"MONEY\",\"policy\":\"p\"}").get(0);
        assertEquals(ProblemCode.UNKNOWN_QUESTION, unknown.code());
        assertTrue(unknown.zh().contains("PAYMENT"), unknown.zh());
    }

    @Test
    @DisplayName("一次列出所有错误")
    void collectsEverything() {
        assertEquals(List.of("/facts/park/siteAreaM2 OUT_OF_RANGE", "/facts/park/locationClass UNKNOWN_VALUE", "/facts/prk UNKNOWN_FIELD",
                        "/facts/awardsHistory/1/amountYuan NULL_REFUSED", "/extra UNKNOWN_FIELD"),
                refusals(with("'facts':{'park':{'siteAreaM2':-1,'locationClass':'X'},'prk':{'a':1},'awardsHistory':[{},{'amountYuan':null}]},'extra':1")));
    }

    @Test
    @DisplayName("错误满一百处即停止")
    void stopsAtAHundred() {
        String many = IntStream.range(0, 5000).mapToObj(i -> "'k" + i + "':1").collect(Collectors.joining(","));
        assertEquals(100, faults(facts("'park':{" + many + "}")).size());
    }

    @Test
    @DisplayName("近似的字段名给出提示，相去甚远的不猜")
    void suggestsTheNearestName() {
        assertTrue(faults(facts("'park':{'siteAreaM':1}")).get(0).zh().contains("是否应为 siteAreaM2？"));
        assertTrue(faults(facts("'Park':{}")).get(0).en().contains("did you mean park?"));
        assertEquals("没有名为 hectares 的字段", faults(facts("'park':{'hectares':1}")).get(0).zh());
    }

    @Test
    @DisplayName("null 的两种出路都写明，且只在可以申明没有时提到没有")
    void namesTheTwoChoicesForNull() {
        Fault either = faults(facts("'journal':{'firstQ1On':null}")).get(0);
        assertTrue(either.zh().contains("未知请省略") && either.zh().contains("从未进入Q1区，请写 {\"none\": true}"), either.zh());
        assertTrue(either.en().contains("leave it out") && either.en().contains("{\"none\": true}"), either.en());
        Fault only = faults(facts("'journal':{'title':null}")).get(0);
        assertTrue(only.zh().contains("未知请省略") && !only.zh().contains("none"), only.zh());
    }

    @Test
    @DisplayName("文本两千字以内，列表一千项以内，嵌套十六层以内，请求体 1 MB 以内")
    void limitsSizes() {
        assertEquals(List.of(), refusals(facts("'journal':{'title':'" + "字".repeat(2000) + "'}")));
        assertEquals(List.of("/facts/journal/title TOO_LARGE"), refusals(facts("'journal':{'title':'" + "字".repeat(2001) + "'}")));
        assertEquals(List.of(), refusals(facts("'awardsHistory':[" + String.join(",", Collections.nCopies(1000, "{}")) + "]")));
        assertEquals(List.of("/facts/awardsHistory TOO_LARGE"),
                refusals(facts("'awardsHistory':[" + String.join(",", Collections.nCopies(1001, "{}")) + "]")));
        assertEquals(List.of("/x UNKNOWN_FIELD"), refusals(with("'x':" + "[".repeat(15) + "]".repeat(15))));
        assertEquals(ProblemCode.TOO_DEEP, faults(with("'x':" + "[".repeat(16) + "]".repeat(16))).get(1).code());
        assertEquals(List.of(" BODY_TOO_LARGE"), refusals(facts("'park':{}" + " ".repeat(FactReader.LARGEST_BODY))));
        assertEquals(ProblemCode.OUT_OF_RANGE, faults(facts("'park':{'siteAreaM2':" + "9".repeat(100_000) + "}")).get(0).code());
        assertEquals(ProblemCode.TOO_LARGE, faults(facts("'" + "k".repeat(10_000) + "':1")).get(0).code());
    }

    @Test
    @DisplayName("每一条矛盾规则所指的事实都存在")
    void knowsTheFactsThatMayContradict() {
        List<String> known = Requests.CATALOGUE.facts().stream().map(FactModel::path).toList();
        assertTrue(known.containsAll(Contradictions.paths()), () -> Contradictions.paths() + " in " + known);
    }
}
