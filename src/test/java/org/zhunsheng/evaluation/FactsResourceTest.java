package org.zhunsheng.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.rulebase.RuleBases;

@DisplayName("数据字典")
class FactsResourceTest {

    private static final List<String> UNUSED = List.of("application.projectTitle", "application.requestedAmountYuan",
            "application.plannedUseOfFunds[].purpose", "application.plannedUseOfFunds[].amountYuan", "applicant.name",
            "applicant.adverseRecords[].description",
            "recipientAtPayment.checkedOn", "goGlobal.yearsSinceFounding", "rdCentre.foreignUtilityModelsGranted",
            "foreignRd.siteDistrictClass", "techTransfer.projects[].projectId", "review.supportPlan", "approved.tier",
            "performance.goalsSet", "performance.cooperatesWithEvaluation", "conflictingOlderDocument.number", "baseHost.priorRevocations[].ground",
            "baseHost.priorRevocations[].category", "basePlatform.projects[].project", "base.category", "awardsHistory[].awardId",
            "awardsHistory[].receivedOn", "awardsHistory[].amountYuan", "awardsHistory[].source", "activity.contentKey", "activity.country",
            "activity.milestones[].name");

    private static final RuleBases BASES = new RuleBases();
    private final String facts = new String(new FactsResource(BASES).facts(), StandardCharsets.UTF_8);

    @Test
    @DisplayName("每个事实有路径、名称、种类、单位、界限、代码、“没有”的含义和使用它的条款")
    void describesFacts() {
        for (String expected : List.of(
                "{'clauses':['jkf_2022_9/6.3.1.a','jkf_2022_9/6.3.1.b','jkf_2022_9/6.3.2.a','jkf_2022_9/6.3.2.b'],'kind':'DECIMAL','label':'场地面积','min':0,'path':'park.siteAreaM2','unit':'平方米'}",
                "{'clauses':['jkf_2022_9/6.3.1.b','jkf_2022_9/6.3.2.b'],'kind':'DECIMAL','label':'入驻科技企业使用面积占比（含公共服务面积）','max':100,'min':0,'path':'park.occupancyRatePercent','unit':'%'}",
                "{'clauses':['jkf_2022_9/12.2.1','jkf_2022_9/12.2.2'],'kind':'LIST','label':'申报角色','of':'ENUM','path':'openScience.roles','values':['PLATFORM_BUILDER','RESOURCE_OPENER']}",
                "{'clauses':['jkf_2022_9/14.2.1','jkf_2022_9/14.3.1','jkf_2022_9/14.3.2'],'kind':'DATE','label':'首次进入Q1区日期','none':'从未进入Q1区','path':'journal.firstQ1On'}",
                "{'clauses':['jkf_2022_9/17.s1.a','jkf_2022_9/17.s1.b','jkf_2022_9/17.s2'],'kind':'LIST','label':'历史获批和在申项目','of':'RECORD','path':'awardsHistory'}",
                "{'clauses':['jkf_2022_9/9.1.p1.s4','jkf_2022_9/9.3.1'],'kind':'YEAR_MAP','label':'各年度研发投入','min':0,'of':'MONEY','path':'foreignRd.rdInvestmentByYearYuan','unit':'元'}")) {
            assertTrue(facts.contains(expected.replace('\'', '"')), expected);
        }
    }

    @Test
    @DisplayName("目录里的每个事实恰有一项")
    void listsEachOnce() {
        assertEquals(BASES.catalogue().facts().size(), facts.split("\"path\":").length - 1);
    }

    /** A fact no rule looks at is asked for in vain: each of these identifies something, or is kept so that a caller need not drop it. */
    @Test
    @DisplayName("没有条款使用的事实只有列明的这些")
    void everyFactIsUsed() {
        List<String> unused = BASES.catalogue().facts().stream().map(FactModel::path)
                .filter(path -> BASES.all().stream().allMatch(base -> base.uses(path).isEmpty())).toList();
        assertEquals(new TreeSet<>(UNUSED), new TreeSet<>(unused));
    }
}
