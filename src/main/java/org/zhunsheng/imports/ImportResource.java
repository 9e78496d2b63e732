package org.zhunsheng.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.Ids;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Files handed in to be imported: accepted at once, imported afterwards, and what became of their rows. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private static final Logger LOG = Logger.getLogger(ImportResource.class);

    /** The rest is in the result workbook. */
    private static final int TOLD_HERE = 100;

    private final Imports imports;
    private final Ids ids;
    private final Caller caller;

    ImportResource(Imports imports, Ids ids, Caller caller) {
        this.imports = imports;
        this.ids = ids;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes({CSV, XLSX})
    public Response handIn(@Context UriInfo uri, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type, File body) {
        Asked asked = Asked.of(uri.getQueryParameters());
        ImportTarget target = imports.target(asked.kind());
        asked.requireOnly(target.says());
        target.check(asked.part(), asked.said());
        if (body.length() == 0) {
            throw new ProblemException(ProblemCode.EMPTY_BODY, "请求体应为要导入的文件", "the body must be the file to import");
        }
        try {
            Order order = new Order(ids.next(), asked.kind(), asked.part(), asked.said(), asked.partial(),
                    type.isCompatible(MediaType.valueOf(CSV)) ? Order.Format.CSV : Order.Format.XLSX, Digest.of(body.toPath()), body.length(),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS), caller.name());
            Handed handed = imports.handIn(order, body.toPath());
            CanonicalJson json = new CanonicalJson();
            ImportWriter.write(json, handed.order());
            return Response.accepted(json.bytes()).header(HttpHeaders.LOCATION, "/v1/imports/" + handed.order().id()).build();
        } catch (SQLException | IOException failed) {
            throw unavailable(failed);
        }
    }

    @GET
    @Blocking
    @Path("/{import}")
    public byte[] find(@PathParam("import") String id) {
        try {
            CanonicalJson json = new CanonicalJson();
            ImportWriter.write(json, held(id), imports.findings(id, TOLD_HERE));
            return json.bytes();
        } catch (SQLException failed) {
            throw unavailable(failed);
        }
    }

    @GET
    @Blocking
    @Path("/{import}/result")
    @Produces(XLSX)
    public byte[] result(@PathParam("import") String id) {
        try {
            Handed handed = held(id);
            if (!handed.progress().state().ended()) {
                throw new ProblemException(ProblemCode.CONFLICT, "还没有导入完毕，已读 " + handed.progress().read() + " 行",
                        "the import has not ended; " + handed.progress().read() + " rows have been read");
            }
            return ResultWorkbook.of(handed, imports.findings(id, Integer.MAX_VALUE));
        } catch (SQLException | IOException failed) {
            throw unavailable(failed);
        }
    }

    private Handed held(String id) throws SQLException {
        return imports.find(id).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "没有编号为 " + id + " 的导入",
                "there is no import " + id));
    }

    private static ProblemException unavailable(Exception failed) {
        LOG.errorf("import: %s", failed.getMessage());
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, "导入记录暂不可用，请稍后重试", "the record of imports is unavailable; try again later");
    }
}
