package org.zhunsheng.search;

import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes what was found. */
final class HitWriter {

    private HitWriter() {
    }

    static byte[] page(Search.Page page) {
        CanonicalJson json = new CanonicalJson().object().name("evaluations").array();
        page.hits().forEach(hit -> hit(json, hit));
        json.end().name("logSize").value(page.logSize());
        text(json, "next", page.next() == null ? null : page.next().written());
        return json.name("upTo").value(page.upTo()).end().bytes();
    }

    static byte[] line(Hit hit) {
        CanonicalJson json = new CanonicalJson();
        hit(json, hit);
        return json.bytes();
    }

    static void hit(CanonicalJson json, Hit hit) {
        json.object().name("caller").value(hit.caller()).name("day").value(hit.day().toString()).name("decidedBy").array();
        hit.decidedBy().forEach(json::value);
        json.end();
        text(json, "direction", hit.direction());
        json.name("id").value(hit.id());
        if (hit.amount() != null) {
            json.name("maxAmountYuan").value(hit.amount());
        }
        json.name("outcome").value(hit.outcome()).name("policy").value(hit.policy()).name("position").value(hit.position())
                .name("question").value(hit.question()).name("ruleBase").value(hit.ruleBase());
        text(json, "subject", hit.subject());
        json.name("time").value(BeijingTime.of(hit.time())).end();
    }

    private static void text(CanonicalJson json, String name, String text) {
        if (text != null) {
            json.name(name).value(text);
        }
    }
}
