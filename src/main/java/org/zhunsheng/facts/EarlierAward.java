package org.zhunsheng.facts;

/** One award or pending application of the history, seen from the application at hand. */
public record EarlierAward(GrantCase of, PriorAward award) {

    /** The code decides where both are known; a name never does (A54). */
    @Derived({"awardsHistory[].sameUnit", "awardsHistory[].unitCode", "applicant.unifiedSocialCreditCode"})
    public Known<Boolean> sameUnit() {
        Known<String> applicant = of.applicant().unifiedSocialCreditCode();
        if (award.unitCode().isValue() && applicant.isValue()) {
            return Known.of(award.sameUnit().name(), award.unitCode().value().equals(applicant.value()));
        }
        return award.sameUnit();
    }

    /** Equal content keys, else the caller's own claim; silence about a related award is a missing fact (INT-05). */
    @Derived({"awardsHistory[].sameContent", "awardsHistory[].contentKey", "application.contentKey"})
    public Known<Boolean> sameContent() {
        Known<String> applied = of.application().contentKey();
        if (award.contentKey().isValue() && applied.isValue()) {
            return Known.of(award.sameContent().name(), award.contentKey().value().equals(applied.value()));
        }
        return award.sameContent();
    }
}
