package org.zhunsheng.duplication;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.zhunsheng.imports.HandedIn.ended;
import static org.zhunsheng.imports.HandedIn.held;
import static org.zhunsheng.imports.HandedIn.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhunsheng.imports.Workbooks;

/** Each test has units and numbers of its own: what was imported stays. */
@QuarkusTest
@DisplayName("导入支持的历史")
class AwardImportTest {

    private static final Map<String, String> AWARDS = Map.of("target", "awards");
    private static final Map<String, String> PARTIAL = Map.of("target", "awards", "partial", "true");
    private static final String HEAD = "统一社会信用代码,单位名称,校验码不符的理由,文件,方向,条款,外部编号,内容标识,项目名称,摘要,出资层级,形式,金额（元）,决定日期,到账日期,状态,来源\n";

    private static String row(String unit, String number, String content, String decidedOn, String receivedOn) {
        return unit + ",某公司,,京科发〔2022〕9号,JOURNAL,14.3.1,%s,%s,国际期刊办刊能力提升,面向双碳的期刊,市级,资金,500000,%s,%s,已到账,年度决算\n"
                .formatted(number, content, decidedOn, receivedOn);
    }

    private static Response check(String unit, String content, String day) {
        return held().contentType("application/json").body("{\"unitCode\":\"%s\",\"policy\":\"jkf_2022_9\",\"direction\":\"JOURNAL\",\"contentKey\":\"%s\",\"day\":\"%s\",\"simulate\":true}"
                .formatted(unit, content, day)).post("/v1/duplication-checks");
    }

    @Test
    @DisplayName("导入的支持在台账里，查重看得到；重叠不是拒绝的理由，同一文件再交不会重复")
    void taken() {
        String unit = Unit.code();
        String content = Unit.content();
        String csv = HEAD + row(unit, content + "-1", content, "2024-03-05", "2024-04-01") + row(unit, content + "-2", content, "2024-03-06", "");
        String id = ended(AWARDS, csv).then().body("state", equalTo("TAKEN")).body("accepted", equalTo(2)).extract().path("file.id");
        held().get("/v1/awards?unitCode=" + unit).then().statusCode(200).body("awards", hasSize(2)).body("awards.origin", contains("IMPORTED", "IMPORTED"))
                .body("awards[0].file.import", equalTo(id)).body("awards[0].file.line", equalTo(2)).body("awards[0].file.externalCode", equalTo(content + "-1"))
                .body("awards[0].policy", equalTo("jkf_2022_9")).body("awards[0].source", equalTo("年度决算")).body("awards[0].title", equalTo("国际期刊办刊能力提升"));
        held().get("/v1/subjects?code=" + unit).then().statusCode(200).body("subjects[0].names[0].name", equalTo("某公司"));
        check(unit, content, "2025-05-30").then().statusCode(200).body("core.level", equalTo("BLOCKED"));
        String topic = Titled.topic();
        ended(AWARDS, HEAD + row(unit, content + "-3", content, "2024-03-07", "").replace("国际期刊办刊能力提升", topic + "办刊")).then().body("accepted", equalTo(1));
        Titled.check(Unit.code(), topic, Unit.content(), "").then().body("core.similar.suspects.title", contains(topic + "办刊"));
        ended(AWARDS, csv).then().body("file.id", equalTo(id));
        ended(AWARDS, csv + "\n").then().body("state", equalTo("REFUSED")).body("findings.zh", hasItem(containsString("已在台账中：ZS")));
        held().get("/v1/awards?unitCode=" + unit).then().body("awards", hasSize(3));
    }

    @Test
    @DisplayName("工作簿也行：日期单元格、数值金额；方向可以写中文，文号的括号和全角会规范化并说明")
    void workbook() {
        String unit = Unit.code();
        String content = Unit.content();
        byte[] file = Workbooks.of(new Object[] {"统一社会信用代码", "文件", "方向", "外部编号", "出资层级", "形式", "金额(元)", "决定日期", "状态", "来源"},
                new Object[] {"９" + unit.substring(1), "京科发[２０２２]9号", "国(境)外科技园区", content, "市级", "资金", 1_234_567.89, LocalDate.of(2024, 2, 29), "已决定", "决算"});
        ended(AWARDS, Workbooks.XLSX, file).then().body("state", equalTo("TAKEN")).body("findings", hasSize(2))
                .body("findings.zh", hasItem(containsString("按 " + unit + " 读取"))).body("findings.zh", hasItem(containsString("按“京科发〔2022〕9号”读取")));
        held().get("/v1/awards?unitCode=" + unit).then().body("awards", hasSize(1)).body("awards[0].direction", equalTo("OVERSEAS_PARK"))
                .body("awards[0].amountYuan", equalTo(1_234_567.89f)).body("awards[0].state", equalTo("CONFIRMED"));
    }

    @ParameterizedTest(name = "{0}：{1}")
    @DisplayName("一格有误：指出行和列，一行也不收")
    @CsvSource(delimiter = '|', textBlock = """
            金额（元）        | 50万元       | 带有单位
            文件             | 京科发〔2022〕8号 | 没有收录
            文件             | 文件之间      | 没有收录
            方向             | JOURNALS    | 没有方向
            条款             | 99.9        | 没有条款
            到账日期          | 2024-03-04  | 早于
            决定日期          | 2199-01-01  | 晚于今天
            状态             | 已决定       | 与状态
            状态             | 通过         | 不在可填的值之中
            出资层级          | 乡镇         | 不在可填的值之中
            统一社会信用代码    | 911101080000000000 | 校验码应为
            外部编号          | ''          | 未填
            """)
    void refused(String heading, String value, String problem) {
        String unit = Unit.code();
        String content = Unit.content();
        String[] cells = row(unit, content, content, "2024-03-05", "2024-04-01").strip().split(",");
        cells[java.util.List.of(HEAD.strip().split(",")).indexOf(heading)] = value;
        ended(AWARDS, HEAD + row(unit, content + "-1", content, "2024-03-05", "2024-04-01") + String.join(",", cells) + "\n").then()
                .body("state", equalTo("REFUSED")).body("rejected", equalTo(1)).body("findings.find { it.refused }.line", equalTo(3))
                .body("findings.find { it.refused }.zh", containsString(problem));
        held().get("/v1/awards?unitCode=" + unit).then().body("awards", hasSize(0));
    }

    @Test
    @DisplayName("缺列、日期写法不一：整个文件不收")
    void unusable() {
        ended(AWARDS, HEAD.replace(",外部编号", "") + "\n").then().body("state", equalTo("REFUSED")).body("findings.zh", hasItem(containsString("缺少列：外部编号")));
        String content = Unit.content();
        ended(AWARDS, HEAD + row(Unit.code(), content + "-1", content, "2024-03-05", "") + row(Unit.code(), content + "-2", content, "2024/3/5", "")).then()
                .body("state", equalTo("REFUSED")).body("findings.zh", hasItem(containsString("日期写法不一")));
    }

    @Test
    @DisplayName("外部编号重复：文件里两行都不收，换一种写法的文号也看得出；部分收下时其余照收")
    void twins() {
        String unit = Unit.code();
        String content = Unit.content();
        String twice = HEAD + row(unit, content + "-1", content, "2024-03-05", "") + row(unit, content + "-1", content, "2024-03-06", "")
                + row(unit, content + "-2", content, "2024-03-05", "") + row(unit, content + "-2", content, "2024-03-06", "").replace("京科发〔2022〕9号", "jkf_2022_9");
        ended(PARTIAL, twice).then().body("state", equalTo("TAKEN_IN_PART")).body("accepted", equalTo(1)).body("rejected", equalTo(3))
                .body("findings.line", hasItems(2, 3, 5)).body("findings.zh", hasItem(containsString("与第 4 行重复")));
        held().get("/v1/awards?unitCode=" + unit).then().body("awards", hasSize(1)).body("awards[0].file.line", equalTo(4));
    }

    @Test
    @DisplayName("校验码不符而写明理由的收下；别的文件要在交来时写明")
    void admitted() {
        String unit = Unit.code();
        String wrong = unit.substring(0, 17) + (unit.charAt(17) == '0' ? '1' : '0');
        String content = Unit.content();
        String csv = HEAD + row(wrong, content, content, "2019-03-05", "").replace(",某公司,,京科发〔2022〕9号,JOURNAL,14.3.1,", ",,证照如此,某区专项办法,某方向,,");
        ended(AWARDS, csv).then().body("state", equalTo("REFUSED")).body("findings.zh", hasItem(containsString("otherPolicies=true")));
        ended(Map.of("target", "awards", "otherPolicies", "true"), csv).then().body("state", equalTo("TAKEN"));
        held().get("/v1/awards?unitCode=" + wrong).then().body("awards[0].policy", equalTo("某区专项办法")).body("awards[0].direction", equalTo("某方向"));
        post(Map.of("target", "awards", "otherPolicies", "maybe"), "text/csv", csv.getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
        post(Map.of("target", "awards:all"), "text/csv", csv.getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
    }
}
