package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.FactCatalogue;
import org.zhunsheng.facts.GrantCase;

@DisplayName("数据字典")
class FactsResourceTest {

    private final String facts = new String(new FactsResource(new FactCatalogue(List.of(GrantCase.class)),
            fact -> fact.equals("park.siteAreaM2") ? List.of("jkf_2022_9/6.3.1.a") : List.of()).facts(), StandardCharsets.UTF_8);

    @Test
    @DisplayName("每个事实有路径、名称、种类、单位、界限、代码、“没有”的含义和使用它的条款")
    void describesFacts() {
        for (String expected : List.of(
                "{'clauses':['jkf_2022_9/6.3.1.a'],'kind':'DECIMAL','label':'场地面积','min':0,'path':'park.siteAreaM2','unit':'平方米'}",
                "{'clauses':[],'kind':'DECIMAL','label':'入驻科技企业使用面积占比（含公共服务面积）','max':100,'min':0,'path':'park.occupancyRatePercent','unit':'%'}",
                "{'clauses':[],'kind':'LIST','label':'申报角色','of':'ENUM','path':'openScience.roles','values':['PLATFORM_BUILDER','RESOURCE_OPENER']}",
                "{'clauses':[],'kind':'DATE','label':'首次进入Q1区日期','none':'从未进入Q1区','path':'journal.firstQ1On'}",
                "{'clauses':[],'kind':'LIST','label':'历史获批和在申项目','of':'RECORD','path':'awardsHistory'}",
                "{'clauses':[],'kind':'YEAR_MAP','label':'各年度研发投入','min':0,'of':'MONEY','path':'foreignRd.rdInvestmentByYearYuan','unit':'元'}")) {
            assertTrue(facts.contains(expected.replace('\'', '"')), expected);
        }
    }

    @Test
    @DisplayName("目录里的每个事实恰有一项")
    void listsEachOnce() {
        assertEquals(new FactCatalogue(List.of(GrantCase.class)).facts().size(), facts.split("\"path\":").length - 1);
    }
}
