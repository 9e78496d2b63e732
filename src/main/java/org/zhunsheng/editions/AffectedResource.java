package org.zhunsheng.editions;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.zhunsheng.affected.Affected;
import org.zhunsheng.affected.Run;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.wire.Language;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.SampleReader;

/** Whom an edition would affect: recorded decisions made again under it, beside everything else. */
@Path("/v1/tables/{table}/editions/{edition}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class AffectedResource {

    private static final MediaType PICTURE = MediaType.valueOf("image/svg+xml");
    private static final List<MediaType> FORMS = List.of(MediaType.APPLICATION_JSON_TYPE, Forms.WORKBOOK, PICTURE, Forms.PAGE);

    private final Editions editions;
    private final Trials trials;
    private final Affected affected;
    private final Caller caller;

    AffectedResource(Editions editions, Trials trials, Affected affected, Caller caller) {
        this.editions = editions;
        this.trials = trials;
        this.affected = affected;
        this.caller = caller;
    }

    @POST
    @Path("/affected")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"ANALYST", "APPROVER"})
    public Response start(@PathParam("table") String table, @PathParam("edition") String number, byte[] body) {
        SampleReader.Asked asked = read(body);
        try {
            Run run = affected.start(trials.order(editions.find(editions.table(table), number), asked, caller.name()));
            return Response.accepted(affected.result(run).json()).header(HttpHeaders.LOCATION, "/v1/tables/" + table + "/editions/" + number + "/affected").build();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    /** Nothing need be said: all decisions then. */
    private static SampleReader.Asked read(byte[] body) {
        if (body == null || body.length == 0) {
            return new SampleReader.Asked(null, null);
        }
        Problems problems = new Problems();
        SampleReader.Asked asked = SampleReader.read(body, problems);
        problems.raise();
        return asked;
    }

    /** Anything may be asked for, so that a refusal can say what there is. */
    @GET
    @Path("/affected")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({"ANALYST", "APPROVER", "AUDITOR"})
    public Response find(@PathParam("table") String table, @PathParam("edition") String number, @Context Request request, @Context HttpHeaders headers) {
        MediaType form = Forms.chosen(request, FORMS);
        try {
            Run run = run(table, number);
            Language language = Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            Response.ResponseBuilder found = Response.ok(content(run, form, language)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
            if (form != PICTURE && form != Forms.PAGE) {
                return found.type(form).build();
            }
            // whoever opens the page loads nothing and runs nothing
            return found.type(form.withCharset("UTF-8")).header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'").build();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    private Object content(Run run, MediaType form, Language language) throws SQLException {
        if (form == Forms.WORKBOOK) {
            return workbook(run);
        }
        if (form == Forms.PAGE) {
            return affected.page(run, language);
        }
        return form == PICTURE ? affected.chart(run, language) : affected.result(run).json();
    }

    private StreamingOutput workbook(Run run) {
        return out -> {
            try {
                affected.workbook(run, out);
            } catch (SQLException failed) {
                throw new IOException(failed);
            }
        };
    }

    @POST
    @Path("/affected:cancel")
    @RolesAllowed({"ANALYST", "APPROVER"})
    public byte[] cancel(@PathParam("table") String table, @PathParam("edition") String number) {
        try {
            return affected.result(affected.cancel(run(table, number).order(), caller.name())).json();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    @POST
    @Path("/affected:resume")
    @RolesAllowed({"ANALYST", "APPROVER"})
    public byte[] resume(@PathParam("table") String table, @PathParam("edition") String number) {
        try {
            return affected.result(affected.resume(run(table, number).order(), caller.name())).json();
        } catch (SQLException failed) {
            throw Refusal.of(failed);
        }
    }

    private Run run(String table, String number) throws SQLException {
        Edition edition = editions.find(editions.table(table), number);
        return affected.find(edition.table().policy(), edition.table().workbook(), edition.number()).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                "第 " + number + " 版还没有试算影响到谁", "edition " + number + " has not been tried on the record"));
    }
}
