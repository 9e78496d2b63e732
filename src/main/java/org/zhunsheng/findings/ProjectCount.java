package org.zhunsheng.findings;

import org.zhunsheng.facts.CaseFile;

/** How many projects of a transfer service count (第十一条); what the tiers of that article look at. */
public record ProjectCount(CaseFile of, Tally count) {
}
