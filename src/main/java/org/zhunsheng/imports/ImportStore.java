package org.zhunsheng.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhunsheng.database.Database;

/** Owns tables import, import_content and import_progress. */
final class ImportStore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PIECE = 1 << 20;

    private static final String SELECT = """
            select i.id, i.kind, i.part, i.said, i.partial, i.format, i.digest, i.bytes, i.at, i.by,
                   p.state, p.rows, p.read, p.accepted, p.rejected, p.headings, p.finished
            from import i join import_progress p on p.import = i.id\s""";

    private final Database database;

    ImportStore(Database database) {
        this.database = database;
    }

    /** Keeps the file, unless the same was handed in for the same before and something came of it; returns what is held then. */
    Handed add(Order order, Path file) throws SQLException, IOException {
        // who hands a file in second finds what the first handed in
        return database.alone("import", order.digest(), connection -> {
            Optional<Handed> earlier = earlier(connection, order);
            if (earlier.isEmpty()) {
                insert(connection, order);
                content(connection, order.id(), file);
            }
            return earlier.orElse(new Handed(order, Progress.NONE));
        });
    }

    private static Optional<Handed> earlier(Connection connection, Order order) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "where i.digest = ? order by i.sequence desc")) {
            select.setString(1, order.digest());
            return read(select).stream().filter(handed -> handed.order().sameAs(order) && !handed.progress().state().cameToNothing()).findFirst();
        }
    }

    private static void insert(Connection connection, Order order) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                with handed as (insert into import (id, kind, part, said, partial, format, digest, bytes, at, by)
                    values (?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?) returning id)
                insert into import_progress (import, state) select id, 'WAITING' from handed""")) {
            insert.setString(1, order.id());
            insert.setString(2, order.kind());
            insert.setString(3, order.part());
            insert.setString(4, JSON.valueToTree(new TreeMap<>(order.said())).toString());
            insert.setBoolean(5, order.partial());
            insert.setString(6, order.format().name());
            insert.setString(7, order.digest());
            insert.setLong(8, order.bytes());
            insert.setObject(9, order.at().atOffset(ZoneOffset.UTC));
            insert.setString(10, order.by());
            insert.executeUpdate();
        }
    }

    private static void content(Connection connection, String id, Path file) throws SQLException, IOException {
        try (PreparedStatement insert = connection.prepareStatement("insert into import_content (import, piece, bytes) values (?, ?, ?)");
                InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(PIECE);
            for (int piece = 0; bytes.length > 0; piece++) {
                insert.setString(1, id);
                insert.setInt(2, piece);
                insert.setBytes(3, bytes);
                insert.executeUpdate();
                bytes = in.readNBytes(PIECE);
            }
        }
    }

    /** Writes the file as it was handed in. */
    void content(String id, Path into) throws SQLException, IOException {
        try (Connection connection = database.connection(); OutputStream out = Files.newOutputStream(into);
                PreparedStatement select = connection.prepareStatement("select bytes from import_content where import = ? and piece = ?")) {
            select.setString(1, id);
            for (int piece = 0;; piece++) {
                select.setInt(2, piece);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return;
                    }
                    out.write(row.getBytes(1));
                }
            }
        }
    }

    Optional<Handed> find(String id) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(SELECT + "where i.id = ?")) {
            select.setString(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The first handed in comes first. */
    List<Handed> unfinished() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(SELECT + "where p.state in ('WAITING', 'RUNNING') order by i.sequence")) {
            return read(select);
        }
    }

    /**
     * Takes an import for this transaction, unless it is finished or another instance is at it. Not by a lock of its row, for which the
     * word of its progress, which others are to see before the end, would have to wait.
     */
    static boolean claimed(Connection connection, String id) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('import run'), hashtext(?))");
                PreparedStatement select = connection.prepareStatement("select state in ('WAITING', 'RUNNING') from import_progress where import = ?")) {
            claim.setString(1, id);
            select.setString(1, id);
            return truth(claim) && truth(select);
        }
    }

    private static boolean truth(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    void progress(String id, Progress progress) throws SQLException {
        try (Connection connection = database.connection()) {
            progress(connection, id, progress);
        }
    }

    static void progress(Connection connection, String id, Progress progress) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update import_progress set state = ?, rows = ?, read = ?, accepted = ?,"
                + " rejected = ?, headings = ?, finished = ? where import = ? and state in ('WAITING', 'RUNNING')")) {
            update.setString(1, progress.state().name());
            update.setInt(2, progress.rows());
            update.setInt(3, progress.read());
            update.setInt(4, progress.accepted());
            update.setInt(5, progress.rejected());
            update.setArray(6, connection.createArrayOf("text", progress.headings().toArray()));
            update.setObject(7, progress.finished() == null ? null : progress.finished().atOffset(ZoneOffset.UTC));
            update.setString(8, id);
            update.executeUpdate();
        }
    }

    private static List<Handed> read(PreparedStatement select) throws SQLException {
        List<Handed> read = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                OffsetDateTime finished = row.getObject(17, OffsetDateTime.class);
                read.add(new Handed(new Order(row.getString(1), row.getString(2), row.getString(3), said(row.getString(4)), row.getBoolean(5),
                        Order.Format.valueOf(row.getString(6)), row.getString(7), row.getLong(8), instant(row, 9), row.getString(10)),
                        new Progress(Progress.State.valueOf(row.getString(11)), row.getInt(12), row.getInt(13), row.getInt(14), row.getInt(15),
                                List.of((String[]) row.getArray(16).getArray()), finished == null ? null : finished.toInstant())));
            }
        }
        return read;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Map<String, String> said(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("保存的导入说明不是有效的 JSON", e);
        }
    }
}
