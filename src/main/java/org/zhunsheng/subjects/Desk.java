package org.zhunsheng.subjects;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jboss.logging.Logger;
import org.zhunsheng.database.Database;
import org.zhunsheng.identity.Caller;
import org.zhunsheng.record.Ids;
import org.zhunsheng.record.Keys;
import org.zhunsheng.wire.CanonicalJson;
import org.zhunsheng.wire.Digest;
import org.zhunsheng.wire.ProblemCode;
import org.zhunsheng.wire.ProblemException;

/** Answers with units as they are known, and after a write as they have become by it. */
@Singleton
final class Desk {

    /** Enters something and tells which unit to answer with. */
    interface Write {
        String into(Journal journal) throws SQLException;
    }

    private interface Read {
        byte[] from(Connection connection) throws SQLException;
    }

    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final String PLACE = "/v1/subjects/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Subjects subjects;
    private final Ids ids;
    private final Caller caller;

    Desk(Database database, Subjects subjects, Ids ids, Caller caller) {
        this.database = database;
        this.subjects = subjects;
        this.ids = ids;
        this.caller = caller;
    }

    byte[] search(AdmittedCode code, Instant knownAt) {
        return read(connection -> {
            SubjectTable table = new SubjectTable(connection);
            CanonicalJson json = new CanonicalJson().object().name("checks").value(code.code().checks()).name("code").value(code.code().text());
            SubjectWriter.normalised(json, List.of(code));
            json.name("subjects").array();
            for (String holder : table.allHolders(code.code().text(), knownAt)) {
                Subject subject = table.find(holder, knownAt).orElseThrow();
                SubjectWriter.subject(json, subject, new EventTable(connection).of(holder, knownAt), null, List.of());
            }
            return json.end().end().bytes();
        });
    }

    byte[] find(String id, LocalDate day, Instant knownAt) {
        return read(connection -> {
            Subject subject = subjects.byId(connection, id, knownAt).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND,
                    "没有编号为 " + id + " 的单位" + (knownAt.equals(SubjectTable.NOW) ? "" : "，或那时还不知道"), "there is no subject " + id
                            + (knownAt.equals(SubjectTable.NOW) ? "" : ", or it was not known then")));
            CanonicalJson json = new CanonicalJson();
            SubjectWriter.subject(json, subject, new EventTable(connection).of(id, knownAt), subjects.lineage(connection, id, day, knownAt), List.of());
            return json.bytes();
        });
    }

    /** @param codes as they were written, to tell where they were set right */
    Response write(String place, String key, byte[] body, List<AdmittedCode> codes, Write write) {
        Instant at = Asked.now();
        String by = caller.name();
        try {
            byte[] answer = Keys.once(database, by, key, requestDigest(place, body), connection -> {
                String subject = write.into(new Journal(connection, ids, at, by));
                CanonicalJson json = new CanonicalJson();
                SubjectWriter.subject(json, subjects.byId(connection, subject, SubjectTable.NOW).orElseThrow(),
                        new EventTable(connection).of(subject, SubjectTable.NOW), null, codes);
                return json.bytes();
            });
            return Response.status(Response.Status.CREATED).header(HttpHeaders.LOCATION, PLACE + subject(answer)).entity(answer).build();
        } catch (SQLException failed) {
            LOG.errorf("not written to %s%s: %s", PLACE, place, failed.getMessage());
            throw unavailable("未能保存，请以同一 Idempotency-Key 重试", "nothing was kept for certain; try again under the same Idempotency-Key");
        }
    }

    private byte[] read(Read read) {
        try (Connection connection = database.connection()) {
            return read.from(connection);
        } catch (SQLException failed) {
            LOG.errorf("subjects not read: %s", failed.getMessage());
            throw unavailable("单位暂时无法读取，请稍后重试", "subjects cannot be read now; try again later");
        }
    }

    private static ProblemException unavailable(String zh, String en) {
        return new ProblemException(ProblemCode.RECORD_UNAVAILABLE, zh, en);
    }

    /** The same body sent elsewhere is another request. */
    private static String requestDigest(String place, byte[] body) {
        byte[] where = (PLACE + place + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(where.length + body.length);
        whole.writeBytes(where);
        whole.writeBytes(body);
        return Digest.of(whole.toByteArray());
    }

    /** The answer to a repeated request tells which unit the first one was about. */
    private static String subject(byte[] answer) {
        try {
            return JSON.readTree(answer).get("id").asText();
        } catch (IOException unreadable) {
            throw new IllegalStateException("kept answer is not JSON", unreadable);
        }
    }
}
