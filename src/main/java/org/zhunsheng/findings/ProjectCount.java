package org.zhunsheng.findings;

import org.zhunsheng.facts.CaseFile;
import org.zhunsheng.facts.Derived;

/** How many projects of a transfer service count (第十一条); what the tiers of that article look at. */
public record ProjectCount(CaseFile of,
                           @Derived({"techTransfer.projects", "techTransfer.projects[].flow", "techTransfer.projects[].facilitatedInYear",
                               "techTransfer.projects[].registeredInBeijing", "techTransfer.projects[].annualRevenueYuan",
                               "techTransfer.projects[].annualRevenueAbroadYuan", "techTransfer.projects[].advancedWithLargeMarketPotential",
                               "application.submittedOn", "application.noticeYear"}) Tally count) {
}
