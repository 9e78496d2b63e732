package org.zhunsheng.subjects;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.zhunsheng.wire.Problems;
import org.zhunsheng.wire.UnitReader;
import org.zhunsheng.wire.UnitRequest;

/** Units: under which codes and names they went when, and what became of them. */
@Path("/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public final class SubjectResource {

    private final Desk desk;

    SubjectResource(Desk desk) {
        this.desk = desk;
    }

    @GET
    public byte[] search(@QueryParam("code") String code, @QueryParam("knownAt") String knownAt) {
        return desk.search(Asked.code(code), Asked.knownAt(knownAt));
    }

    @GET
    @Path("/{id}")
    public byte[] find(@PathParam("id") String id, @QueryParam("day") String day, @QueryParam("knownAt") String knownAt) {
        return desk.find(id, Asked.day(day), Asked.knownAt(knownAt));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response found(byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Problems problems = new Problems();
        UnitRequest told = UnitReader.unit(body, problems);
        AdmittedCode code = admitted(told, problems);
        return desk.write("", key, body, List.of(code), journal -> journal.found(told, code));
    }

    @POST
    @Path("/{id}/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response code(@PathParam("id") String id, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Problems problems = new Problems();
        UnitRequest told = UnitReader.code(body, problems);
        AdmittedCode code = admitted(told, problems);
        return desk.write(id + "/codes", key, body, List.of(code), journal -> {
            journal.code(id, told, code);
            return id;
        });
    }

    @POST
    @Path("/{id}/names")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response name(@PathParam("id") String id, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Problems problems = new Problems();
        UnitRequest told = UnitReader.name(body, problems);
        admitted(told, problems);
        return desk.write(id + "/names", key, body, List.of(), journal -> {
            journal.name(id, told);
            return id;
        });
    }

    @POST
    @Path("/{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response event(@PathParam("id") String id, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Problems problems = new Problems();
        UnitRequest.Event told = UnitReader.event(body, problems);
        AdmittedCode code = told == null ? null : AdmittedCode.of(told.code(), told.checkCharacterReason(), "/code", problems);
        List<AdmittedCode> into = new ArrayList<>();
        for (int i = 0; told != null && i < told.into().size(); i++) {
            UnitRequest.Into one = told.into().get(i);
            into.add(AdmittedCode.of(one.code(), one.checkCharacterReason(), "/into/" + i + "/code", problems));
        }
        Asked.check(told, problems);
        problems.raise();
        List<AdmittedCode> codes = Stream.concat(Stream.ofNullable(code), into.stream().filter(Objects::nonNull)).toList();
        return desk.write(id + "/events", key, body, codes, journal -> {
            new Happening(journal, id, told).enter(code, into);
            return id;
        });
    }

    @POST
    @Path("/{id}/retractions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response retract(@PathParam("id") String id, byte[] body, @HeaderParam("Idempotency-Key") String key) {
        Problems problems = new Problems();
        UnitRequest.Retraction told = UnitReader.retraction(body, problems);
        problems.raise();
        return desk.write(id + "/retractions", key, body, List.of(), journal -> {
            journal.retract(id, told);
            return id;
        });
    }

    private static AdmittedCode admitted(UnitRequest told, Problems problems) {
        AdmittedCode code = told == null ? null : AdmittedCode.of(told.code(), told.checkCharacterReason(), "/code", problems);
        Asked.check(told, problems);
        problems.raise();
        return code;
    }
}
