package org.zhunsheng.editions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.zhunsheng.affected.Affected;
import org.zhunsheng.affected.Result;
import org.zhunsheng.affected.Run;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Decision tables and their editions: as they were handed in, as what they say, and as the rules they become. */
@Path("/v1/tables")
@Produces(MediaType.APPLICATION_JSON)
public final class TableResource {

    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON_TYPE, Forms.WORKBOOK, Forms.TEXT);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Editions editions;
    private final Differences differences;
    private final Affected affected;
    private final Caller caller;

    TableResource(Editions editions, Differences differences, Affected affected, Caller caller) {
        this.editions = editions;
        this.differences = differences;
        this.affected = affected;
        this.caller = caller;
    }

    @GET
    @Blocking
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public byte[] list() {
        CanonicalJson json = new CanonicalJson().array();
        for (TableId table : editions.tables()) {
            try {
                EditionWriter.summary(json, table, editions.of(table));
            } catch (SQLException failed) {
                throw Refusal.of(failed);
            }
        }
        return json.end().bytes();
    }

    @PUT
    @Blocking
    @Path("/{table}")
    @Consumes(Forms.XLSX)
    @RolesAllowed("ANALYST")
    public Response handIn(@PathParam("table") String name, @HeaderParam("Idempotency-Key") String key, byte[] workbook) {
        TableId table = editions.table(name);
        if (workbook == null || workbook.length == 0) {
            throw new ProblemException(ProblemCode.EMPTY_BODY, "请求体应为 xlsx 工作簿", "the body must be an xlsx workbook");
        }
        try {
            byte[] edition = editions.handIn(table, workbook, caller.name(), key);
            return Response.created(URI.create("/v1/tables/" + name + "/editions/" + JSON.readTree(edition).required("edition").asInt())).entity(edition).build();
        } catch (IOException ownJson) {
            throw new UncheckedIOException(ownJson);
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    @GET
    @Blocking
    @Path("/{table}/editions")
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public byte[] editions(@PathParam("table") String name) {
        TableId table = editions.table(name);
        try {
            CanonicalJson json = new CanonicalJson().array();
            List<Edition> all = editions.of(table);
            for (Edition edition : all) {
                EditionWriter.write(json, edition, Optional.empty(), differences.of(edition, all), null);
            }
            return json.end().bytes();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    /** Anything may be asked for, so that a refusal can say what there is. */
    @GET
    @Blocking
    @Path("/{table}/editions/{edition}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public Response edition(@PathParam("table") String name, @PathParam("edition") String number, @Context Request request) {
        TableId table = editions.table(name);
        MediaType form = Forms.chosen(request, FORMS);
        try {
            Edition edition = editions.find(table, number);
            return Response.ok(form == Forms.WORKBOOK ? editions.content(edition) : form == Forms.TEXT ? listing(edition) : told(edition)).type(form)
                    .header(HttpHeaders.ETAG, '"' + edition.digest() + '"').header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    @GET
    @Blocking
    @Path("/{table}/editions/{edition}/difference")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public Response difference(@PathParam("table") String name, @PathParam("edition") String number, @Context Request request) {
        TableId table = editions.table(name);
        MediaType form = Forms.chosen(request, List.of(MediaType.APPLICATION_JSON_TYPE, Forms.TEXT));
        try {
            Edition edition = editions.find(table, number);
            Differences.Told told = differences.of(edition).orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT,
                    edition.number() == Edition.BUILT ? "第 0 版是随程序发布的，没有与之相比的版本" : "第 " + number + " 版读不出来，无从比较",
                    "there is nothing that edition " + number + " could be held against, or it cannot be read"));
            return Response.ok(form == Forms.TEXT ? told.text(edition) : told.json()).type(form).header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    /** The author's own file with what is to mend at its place. */
    @GET
    @Blocking
    @Path("/{table}/editions/{edition}/remarks")
    @Produces(Forms.XLSX)
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public byte[] remarks(@PathParam("table") String name, @PathParam("edition") String number) {
        TableId table = editions.table(name);
        try {
            return editions.remarks(editions.find(table, number)).orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT,
                    "第 " + number + " 版没有要改正的", "there is nothing to mend in edition " + number));
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    private byte[] told(Edition edition) throws SQLException {
        Optional<Run> run = affected.find(edition.table().policy(), edition.table().workbook(), edition.number());
        Optional<Result> result = run.isEmpty() ? Optional.empty() : Optional.of(affected.result(run.get()));
        return EditionWriter.write(new CanonicalJson(), edition, result, differences.of(edition), editions.read(edition).orElse(null)).bytes();
    }

    /** What is otherwise stands before the rules, as a remark in them. */
    private String listing(Edition edition) throws SQLException {
        String rules = editions.read(edition).orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT, "第 " + edition.number() + " 版没有通过检查，写不成规则",
                "edition " + edition.number() + " did not pass the checks, so that no rules follow from it")).drl().values().iterator().next();
        return differences.of(edition).map(told -> told.text(edition).strip().replaceAll("(?m)^", "// ") + "\n\n").orElse("") + rules;
    }
}
