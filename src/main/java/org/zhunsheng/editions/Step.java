package org.zhunsheng.editions;

import java.time.Instant;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/**
 * What happened to an edition; the last of its steps is its state.
 *
 * @param at            null where the service was built with it
 * @param reason        null where none was given
 * @param ruleBase      what decides from then on; null where the step changes nothing in that
 * @param effectiveFrom null where the step takes effect on nothing but the edition
 * @param build         what a build brought, where the rule base came of it and of the editions in force; otherwise null
 */
record Step(State state, Instant at, String by, String reason, String ruleBase, Instant effectiveFrom, String build) {

    enum State {
        DRAFT("草稿"), CHECKED("已检查"), SUBMITTED("已提交"), APPROVED("已批准"), SCHEDULED("待生效"), IN_FORCE("生效中"), REBASED("已换新构建的规则"),
        SUPERSEDED("已被取代"), REFUSED("未能生效"), WITHDRAWN("已撤回");

        final String zh;

        State(String zh) {
            this.zh = zh;
        }
    }

    /** By whom what nobody does by hand is done. */
    static final String SERVICE = "zhunsheng";

    static Step of(State state, Instant at, String by, String reason) {
        return new Step(state, at, by, reason, null, null, null);
    }

    static Step deciding(State state, Instant at, String by, String reason, String ruleBase, Instant effectiveFrom) {
        return new Step(state, at, by, reason, ruleBase, effectiveFrom, null);
    }

    CanonicalJson write(CanonicalJson json) {
        json.object();
        if (at != null) {
            json.name("at").value(BeijingTime.of(at));
        }
        if (build != null) {
            json.name("build").value(build);
        }
        json.name("by").value(by);
        if (effectiveFrom != null) {
            json.name("effectiveFrom").value(BeijingTime.of(effectiveFrom));
        }
        if (reason != null) {
            json.name("reason").value(reason);
        }
        if (ruleBase != null) {
            json.name("ruleBase").value(ruleBase);
        }
        return json.name("state").value(state.name()).end();
    }
}
