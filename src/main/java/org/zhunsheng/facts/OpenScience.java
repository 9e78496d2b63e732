package org.zhunsheng.facts;

import java.util.List;

/** Open sharing of research (科研开放共享). */
public record OpenScience(
        @Fact("申报角色") Known<List<Role>> roles,
        @Fact("包含科研论文") Known<Boolean> coversResearchPapers,
        @Fact("包含科学数据") Known<Boolean> coversScientificData,
        @Fact("与国际科技组织合作") Known<Boolean> cooperatesWithInternationalStOrganisation,
        @Fact("资源为自身拥有") Known<Boolean> resourcesSelfOwned,
        @Fact("面向社会开放") Known<Boolean> openToSociety) {

    public enum Role { PLATFORM_BUILDER, RESOURCE_OPENER }

    /** How much of "papers and data" is there; the article names both (A36). */
    public enum Coverage { BOTH, ONLY_ONE, NEITHER }

    @Derived({"openScience.coversResearchPapers", "openScience.coversScientificData"})
    public Known<Coverage> coverage(Readings readings) {
        boolean settledByOne = readings.is("A36", "EITHER") && (coversResearchPapers.is(true) || coversScientificData.is(true))
                || readings.is("A36", "BOTH") && (coversResearchPapers.is(false) || coversScientificData.is(false));
        if (!settledByOne && (coversResearchPapers.isMissing() || coversScientificData.isMissing())) {
            return Known.lacking(coversResearchPapers, coversScientificData);
        }
        boolean papers = coversResearchPapers.is(true);
        boolean data = coversScientificData.is(true);
        return Known.of("openScience.coverage", papers && data ? Coverage.BOTH : papers || data ? Coverage.ONLY_ONE : Coverage.NEITHER);
    }
}
