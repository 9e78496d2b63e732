package org.zhunsheng.explanation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.contract.HeldToContract;
import org.zhunsheng.duplication.Unit;

@QuarkusTest
@DisplayName("查重和找政策的说明")
class AccountTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static RequestSpecification held() {
        return given().filter(new HeldToContract());
    }

    private static String made(String path, String body) {
        return held().contentType("application/json").body(body.replace('\'', '"')).post(path).then().statusCode(201).extract().path(path.equals("/v1/awards") ? "award" : "id");
    }

    private static String award(String unit, String more) {
        return made("/v1/awards", """
                {'unitCode':'%s','policy':'jkf_2022_9','direction':'OVERSEAS_PARK','funderLevel':'MUNICIPAL','form':'MONEY','state':'PAID',
                 'decidedOn':'2023-05-30','amountYuan':2000000,'source':'决算'%s}""".formatted(unit, more));
    }

    private static String check(String unit, String more) {
        return "/v1/duplication-checks/" + made("/v1/duplication-checks", "{'unitCode':'%s','policy':'jkf_2022_9','direction':'JOURNAL','day':'2026-05-30'%s}"
                .formatted(unit, more)) + "/explanation";
    }

    @Test
    @DisplayName("查重：哪一条、哪一项支持、期间怎样数、何日起可再得、查了什么")
    void blocked() {
        String unit = Unit.code();
        String award = award(unit, "");
        String path = check(unit, "");
        held().get(path).then().statusCode(200).body("outcome.code", equalTo("BLOCKED")).body("sentence", containsString("17.s1.b"))
                .body("sentence", containsString(award)).body("sentence", containsString("2026-05-31起不再受限"))
                .body("sections.find{it.key=='asked'}.rows[0].text", equalTo(unit))
                .body("sections.find{it.key=='rules'}.rows.find{it.clause=='17.s1.b'}.awards", equalTo(award))
                .body("sections.find{it.key=='earlier'}.rows[0].amountYuan", equalTo(2000000))
                .body("sections.find{it.key=='windows'}.rows[0].years", equalTo("3"))
                .body("sections.find{it.key=='windows'}.timelines[0].from", equalTo("2023-05-30"))
                .body("sections.find{it.key=='windows'}.timelines[0].to", equalTo("2026-05-30"))
                .body("sections.find{it.key=='windows'}.timelines[0].free", equalTo("2026-05-31"))
                .body("sections.find{it.key=='windows'}.timelines[0].barred", equalTo(true))
                .body("sections.find{it.key=='searched'}.rows[0].found", equalTo("1 项")).body("sections.key", not(hasItem("evidence")));
        held().queryParam("depth", "SENTENCE").get(path).then().body("sections", equalTo(List.of()));
        held().queryParam("depth", "TREE").get(path).then().body("sections.find{it.key=='evidence'}.rows.required", hasItem(containsString("3 年之内")));
        held().accept("text/html").get(path).then().statusCode(200).body(containsString("<svg")).body(containsString("仍在期间之内"));
        held().header("Accept-Language", "en").get(path).then().header("Content-Language", "en").body("sentence", containsString("free from 2026-05-31"));
    }

    @Test
    @DisplayName("查重：相同的词句两边并列，谁认定了什么")
    void suspects() {
        String title = "面向高寒地区的混凝土自修复涂层快速检测装置";
        String unit = Unit.code();
        String suspect = award(unit, ",'title':'高寒地区的混凝土自修复涂层检测装置研制'");
        String path = check(unit, ",'title':'" + title + "'");
        held().get(path).then().statusCode(200).body("sections.find{it.key=='suspects'}.rows.award", hasItem(suspect))
                .body("sections.find{it.key=='phrases'}.rows.find{it.award=='%s'}.ours".formatted(suspect), containsString("混凝土自修复涂层"))
                .body("sections.find{it.key=='phrases'}.rows.find{it.award=='%s'}.theirs".formatted(suspect), containsString("混凝土自修复涂层"))
                .body("sections.find{it.key=='phrases'}.rows.find{it.award=='%s'}.theirsAt".formatted(suspect), containsString("题目第 "));
        String judged = held().contentType("application/json").body("""
                {"decision":"%s","point":"award/%s#content","value":true,"by":"复核组","on":"2026-06-01","reason":"任务书相同"}""".formatted(path.split("/")[3], suspect))
                .post("/v1/judgements").then().statusCode(201).extract().path("id");
        held().get("/v1/duplication-checks/" + judged + "/explanation").then().body("sections.find{it.key=='judged'}.rows[0].by", equalTo("复核组"))
                .body("sections.find{it.key=='judged'}.rows[0].reason", equalTo("任务书相同"));
    }

    @Test
    @DisplayName("各种格式：PDF 的文字就是网页的文字，工作簿一表一张")
    void forms() throws Exception {
        String unit = Unit.code();
        award(unit, "");
        String path = check(unit, "");
        String sentence = held().get(path).path("sentence");
        byte[] pdf = held().accept("application/pdf").get(path).asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertTrue(text.contains(sentence.replaceAll("\\s", "")), text);
            assertTrue(text.contains("期间怎样数"), text);
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(held().accept(XLSX).get(path).asByteArray()))) {
            assertEquals(sentence, workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue());
            assertEquals(2_000_000, workbook.getSheet("earlier").getRow(1).getCell(5).getNumericCellValue());
        }
        held().accept("image/png").get(path).then().statusCode(406);
        held().queryParam("depth", "ALL").get(path).then().statusCode(400);
    }

    @Test
    @DisplayName("找政策：每份文件怎样说，最好的组合，没有入选的因哪一条、何日起可得")
    void match() {
        String id = made("/v1/matches", """
                {'facts':{'awardsHistory':[],'application':{'submittedOn':'2023-03-15','submittedThroughCityPlatform':true,'integrityCommitmentSubmitted':true},
                'applicant':{'entityType':'UNIVERSITY','registeredPlace':'ZGC_DEMONSTRATION_ZONE'},'creditBeforeReview':{'reviewDate':'2023-04-20',
                'researchIntegrityPenaltyInForce':false,'listedAsJudgmentDefaulter':false,'listedAsSeriouslyDishonestEnterprise':false,'otherJointPunishmentListing':false}},
                'activities':[{'activity':'期刊甲','facts':{'journal':{'index':'SCIE'}}},{'activity':'园区','facts':{'park':{'siteAreaM2':36000}}}]}""");
        String path = "/v1/matches/" + id + "/explanation";
        held().get(path).then().statusCode(200).body("sentence", containsString("2023-03-15")).body("sections.key", hasItems("candidates", "combinationLeftOut", "needs"))
                .body("sections.find{it.key=='candidates'}.rows.activity", hasItems("期刊甲", "园区"))
                .body("sections.find{it.key=='candidates'}.rows.policy", hasItem("京科发〔2022〕9号"))
                .body("sections.find{it.key=='combinationLeftOut'}.rows.reason", hasItem(not(equalTo(""))));
        held().accept("text/html").header("Accept-Language", "en").get(path).then().statusCode(200).body(containsString("What each document says"));
        assertEquals("%PDF", new String(held().accept("application/pdf").get(path).asByteArray(), 0, 4));
        assertEquals("PK", new String(held().accept(XLSX).get(path).asByteArray(), 0, 2));
    }

    @Test
    @DisplayName("编号须是这一类的：否则 404")
    void others() {
        String check = check(Unit.code(), "").split("/")[3];
        held().get("/v1/matches/" + check + "/explanation").then().statusCode(404);
        held().get("/v1/duplication-checks/019a0000-0000-7000-8000-000000000000/explanation").then().statusCode(404);
    }
}
