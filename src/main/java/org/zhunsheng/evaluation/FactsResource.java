package org.zhunsheng.evaluation;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.zhunsheng.facts.FactModel;
import org.zhunsheng.rulebase.RuleBases;
import org.zhunsheng.wire.CanonicalJson;

/** Every fact a request may contain: the data dictionary for those who write requests, drawn from the records themselves. */
@Path("/v1/facts")
public final class FactsResource {

    private final RuleBases bases;

    FactsResource(RuleBases bases) {
        this.bases = bases;
    }

    @GET
    @RolesAllowed({"SYSTEM", "ANALYST", "APPROVER", "AUDITOR"})
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] facts() {
        CanonicalJson json = new CanonicalJson().array();
        bases.catalogue().facts().forEach(fact -> write(json, fact, clauses(fact)));
        return json.end().bytes();
    }

    /** The clauses whose rules look at a fact, under every document that knows it. */
    private List<String> clauses(FactModel fact) {
        return bases.all().stream().flatMap(base -> base.uses(fact.path()).stream().map(clause -> base.policy().policy() + "/" + clause))
                .toList();
    }

    private static void write(CanonicalJson json, FactModel fact, List<String> clauses) {
        texts(json.object().name("clauses"), clauses).name("kind").value(fact.kind().name()).name("label").value(fact.label());
        if (fact.max() != null) {
            json.name("max").value(fact.max());
        }
        if (fact.min() != null) {
            json.name("min").value(fact.min());
        }
        if (fact.admitsNone()) {
            json.name("none").value(fact.none());
        }
        if (fact.element() != null) {
            json.name("of").value(fact.element().name());
        }
        json.name("path").value(fact.path());
        if (!fact.unit().isEmpty()) {
            json.name("unit").value(fact.unit());
        }
        if (!fact.constants().isEmpty()) {
            texts(json.name("values"), fact.constants().keySet());
        }
        json.end();
    }

    private static CanonicalJson texts(CanonicalJson json, Iterable<String> texts) {
        json.array();
        texts.forEach(json::value);
        return json.end();
    }
}
