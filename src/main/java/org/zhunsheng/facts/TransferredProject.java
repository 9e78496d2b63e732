package org.zhunsheng.facts;

/** One project of a transfer service, seen from its application. */
public record TransferredProject(GrantCase of, TransferProject project) {

    @Derived({"techTransfer.projects[].facilitatedInYear", "application.submittedOn", "application.noticeYear"})
    public Known<Boolean> facilitatedLastYear() {
        Known<Integer> facilitated = project.facilitatedInYear();
        Known<Integer> year = of.previousYear();
        if (!facilitated.isValue() || !year.isValue()) {
            return Known.missing((facilitated.isValue() ? year : facilitated).name());
        }
        return Known.of(facilitated.name(), facilitated.is(year.value()));
    }

    /** Landing in Beijing stands before both alternatives; read the other way, promise alone suffices (A32). */
    @Derived({"techTransfer.projects[].registeredInBeijing", "techTransfer.projects[].advancedWithLargeMarketPotential"})
    public Known<Boolean> registeredWhereNeeded() {
        Known<Boolean> promise = project.advancedWithLargeMarketPotential();
        Known<Boolean> registered = project.registeredInBeijing();
        if (!of.readings().is("A32", "PROMISE_ALONE") || promise.is(false) || registered.is(true)) {
            return registered;
        }
        return promise.is(true) ? Known.of(registered.name(), true) : Known.lacking(promise, registered);
    }
}
