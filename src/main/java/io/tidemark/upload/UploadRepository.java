package io.tidemark.upload;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of uploads. */
@ApplicationScoped
class UploadRepository {

    private static final String COLUMNS = "id, principal, name, method, target, headers, length, staged_bytes, parts,"
            + " completed, writer, expires_at";

    @Inject
    private Sql sql;

    /** What a user has that is not complete. */
    record Use(int uploads, long bytes) {}

    Optional<Upload> find(String principal, String name) {
        return sql.first(
                "select " + COLUMNS + " from upload where principal = ? and name = ?",
                UploadRepository::upload,
                principal,
                name);
    }

    /** An upload, which nobody changes until the transaction ends. */
    Optional<Upload> lock(UUID id) {
        return sql.first("select " + COLUMNS + " from upload where id = ? for update", UploadRepository::upload, id);
    }

    /** A page of a user's uploads in the order of their names, but those of Nextcloud's that are complete. */
    List<Upload> page(String principal, String after, int limit) {
        return sql.list(
                "select " + COLUMNS + " from upload where principal = ? and name > ?"
                        + " and (not completed or method <> 'MKCOL') order by name fetch first ? rows only",
                UploadRepository::upload,
                principal,
                after,
                limit);
    }

    /** What a user has that is not complete. */
    Use use(String principal) {
        return sql.first(
                        "select count(*), coalesce(sum(staged_bytes), 0) from upload where principal = ? and not completed",
                        row -> new Use(row.getInt(1), row.getLong(2)),
                        principal)
                .orElseThrow();
    }

    void insert(Upload upload) {
        sql.update(
                "insert into upload (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                upload.id(),
                upload.principal(),
                upload.name(),
                upload.method(),
                upload.target(),
                upload.headers(),
                upload.length(),
                upload.staged(),
                upload.parts(),
                upload.completed(),
                upload.writer(),
                time(upload.expiresAt()));
    }

    /** Lets a request go on with an upload from now on, and no other. */
    void hand(UUID id, UUID writer, @Nullable Long length, Instant expiry) {
        sql.update(
                "update upload set writer = ?, length = ?, expires_at = ? where id = ?",
                writer,
                length,
                time(expiry),
                id);
    }

    /** Lets no request go on that is under way. */
    void interrupt(UUID id) {
        sql.update("update upload set writer = ? where id = ? and not completed", UUID.randomUUID(), id);
    }

    /** Counts what has come; says whether the writer may still go on. */
    boolean count(UUID id, UUID writer, long bytes, int parts, Instant expiry) {
        return sql.update(
                        "update upload set staged_bytes = staged_bytes + ?, parts = parts + ?, expires_at = ?"
                                + " where id = ? and writer = ? and not completed",
                        bytes,
                        parts,
                        time(expiry),
                        id,
                        writer)
                > 0;
    }

    /** Marks an upload as complete, unless something has come since the writer's; says whether it was. */
    boolean complete(UUID id, UUID writer, String target, Instant expiry) {
        boolean done = sql.update(
                        "update upload set completed = true, length = staged_bytes, target = ?, headers = '',"
                                + " expires_at = ? where id = ? and writer = ? and not completed",
                        target,
                        time(expiry),
                        id,
                        writer)
                > 0;
        sql.update("delete from upload_part where upload_id = ?", id);
        return done;
    }

    /** Deletes an upload with what has come. */
    void delete(UUID id) {
        sql.update("delete from upload_part where upload_id = ?", id);
        sql.update("delete from upload where id = ?", id);
    }

    /** The pieces of an upload in the order in which they belong together: as many as the ceiling of parts lets there be. */
    List<Part> parts(UUID id) {
        return sql.list(
                "select upload_id, number, name, length, file_id from upload_part where upload_id = ? order by number",
                UploadRepository::part,
                id);
    }

    /** A page of the pieces of an upload in the order of their names. */
    List<Part> parts(UUID id, String after, int limit) {
        return sql.list(
                "select upload_id, number, name, length, file_id from upload_part where upload_id = ? and name > ?"
                        + " order by name fetch first ? rows only",
                UploadRepository::part,
                id,
                after,
                limit);
    }

    Optional<Part> part(UUID id, long number) {
        return sql.first(
                "select upload_id, number, name, length, file_id from upload_part where upload_id = ? and number = ?",
                UploadRepository::part,
                id,
                number);
    }

    void insert(Part part) {
        sql.update(
                "insert into upload_part (upload_id, number, name, length, file_id) values (?, ?, ?, ?, ?)",
                part.upload(),
                part.number(),
                part.name(),
                part.length(),
                part.file());
    }

    /** Counts more bytes of a piece; says whether it is there. */
    boolean extend(Part part, long bytes) {
        return sql.update(
                        "update upload_part set length = length + ? where upload_id = ? and number = ? and file_id = ?",
                        bytes,
                        part.upload(),
                        part.number(),
                        part.file())
                > 0;
    }

    void delete(Part part) {
        sql.update("delete from upload_part where upload_id = ? and number = ?", part.upload(), part.number());
    }

    /** Uploads to which nothing has come for as long as they are kept. */
    List<UUID> expired(Instant now, int limit) {
        return sql.list(
                "select id from upload where expires_at < ? order by expires_at fetch first ? rows only",
                row -> row.getObject(1, UUID.class),
                time(now),
                limit);
    }

    boolean exists(UUID id) {
        return sql.first("select 1 from upload where id = ?", row -> true, id).isPresent();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Upload upload(ResultSet row) throws SQLException {
        long length = row.getLong(7);
        Long told = row.wasNull() ? null : (Long) length;
        return new Upload(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                told,
                row.getLong(8),
                row.getInt(9),
                row.getBoolean(10),
                row.getObject(11, UUID.class),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }

    private static Part part(ResultSet row) throws SQLException {
        return new Part(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, UUID.class));
    }
}
