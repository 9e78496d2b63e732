package org.zhunsheng.duplication;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.zhunsheng.evaluation.Comparison;
import org.zhunsheng.wire.BeijingTime;
import org.zhunsheng.wire.CanonicalJson;

/** Writes awards as callers see them. */
final class AwardWriter {

    private AwardWriter() {
    }

    static byte[] json(Award award, Instant moment) {
        return write(new CanonicalJson(), award, moment).bytes();
    }

    /** @param next the number behind which a further page begins; null at the end */
    static byte[] json(List<Award> awards, Long next, Instant moment) {
        CanonicalJson json = new CanonicalJson().object().name("awards").array();
        awards.forEach(award -> write(json, award, moment));
        json.end();
        if (next != null) {
            json.name("next").value(next);
        }
        return json.end().bytes();
    }

    /** The answer to whoever entered an award: what was kept of it, and where it is. */
    static Response created(byte[] award) {
        String code = Comparison.tree(award).required("award").asText();
        return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, "/v1/awards/" + code).entity(award).build();
    }

    static CanonicalJson write(CanonicalJson json, Award award, Instant moment) {
        Award.Content content = award.content();
        text(json.object(), "abstract", content.summary());
        amount(json, content.amountYuan());
        text(json, "award", award.code());
        text(json, "cancelledOn", content.cancelledOn());
        text(json, "clause", content.clause());
        text(json, "contentKey", content.contentKey());
        text(json, "decidedOn", content.decidedOn());
        text(json, "direction", content.direction());
        text(json, "expiresAt", award.expiresAt());
        if (award.imported() != null) {
            Award.Imported from = award.imported();
            json.name("file").object().name("externalCode").value(from.externalCode()).name("import").value(from.file()).name("line").value(from.line()).end();
        }
        text(json, "form", content.form());
        text(json, "funderLevel", content.funderLevel());
        text(json, "learnedAt", award.learnedAt());
        text(json, "learnedBy", award.learnedBy());
        text(json, "origin", award.origin());
        text(json, "policy", content.policy());
        text(json, "reason", award.reason());
        text(json, "receivedOn", content.receivedOn());
        text(json, "recoveredOn", content.recoveredOn());
        text(json, "source", content.source());
        text(json, "state", award.stateAt(moment));
        text(json, "subject", content.subject());
        text(json, "title", content.title());
        text(json, "unitCode", content.unitCode());
        return json.name("version").value(award.version()).end();
    }

    private static void amount(CanonicalJson json, BigDecimal yuan) {
        if (yuan != null) {
            json.name("amountYuan").value(yuan);
        }
    }

    private static void text(CanonicalJson json, String name, Object value) {
        if (value != null) {
            json.name(name).value(value instanceof Instant moment ? BeijingTime.of(moment) : value.toString());
        }
    }
}
