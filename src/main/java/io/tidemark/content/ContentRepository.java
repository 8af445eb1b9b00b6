package io.tidemark.content;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of stored bodies. */
@ApplicationScoped
public class ContentRepository {

    private static final String INSERT =
            "insert into content (hash, length, stored_at, body, md5, sha1) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";

    /** A revision that has the body of a row of {@code content}. The time finds it, in an index that grows at its end. */
    private static final String REFERENCE = "select 1 from revision"
            + " where revision.content_stored_at = content.stored_at and revision.content_hash = content.hash";

    @Inject
    private Sql sql;

    /** Adds the row of a body unless it is there; says whether it was added. */
    boolean insertIfAbsent(StagedBody body) {
        return sql.update(insertion(body)) > 0;
    }

    /** The statement of {@link #insertIfAbsent}. */
    static SqlStatement insertion(StagedBody body) {
        return new SqlStatement(INSERT, row(body));
    }

    private static @Nullable Object[] row(StagedBody body) {
        Sums sums = body.sums();
        return new @Nullable Object[] {
            body.hash().bytes(),
            body.length(),
            body.arrivedAt().atOffset(ZoneOffset.UTC),
            body.body(),
            sums == null ? null : sums.md5(),
            sums == null ? null : sums.sha1()
        };
    }

    /** Adds the rows of bodies; says of each whether it was added: 0 for one that is there. */
    int[] insertIfAbsent(List<StagedBody> bodies) {
        return sql.batch(INSERT, bodies.stream().map(ContentRepository::row).toList());
    }

    /**
     * When a body was stored whose row is there and stays; nothing if there is none. A row that the collector has marked
     * loses that mark, which the collector's deletion of it cannot overlook.
     */
    Optional<Instant> unmark(ContentHash hash) {
        Optional<Stored> stored = sql.first(
                "select stored_at, condemned_at is not null from content where hash = ?",
                row -> new Stored(row.getObject(1, OffsetDateTime.class).toInstant(), row.getBoolean(2)),
                hash.bytes());
        return stored.filter(row -> !row.marked()
                        || sql.update("update content set condemned_at = null where hash = ?", hash.bytes()) > 0)
                .map(Stored::at);
    }

    private record Stored(Instant at, boolean marked) {}

    /** Notes that a reference to a body has gone; the collector will see whether it was the last. */
    void release(ContentHash hash, OffsetDateTime at) {
        sql.update("insert into released_content (hash, released_at) values (?, ?)", hash.bytes(), at);
    }

    /** Notes that all references of a resource's revisions have gone. */
    void releaseAll(UUID resource, OffsetDateTime at) {
        sql.update(
                "insert into released_content (hash, released_at) select distinct content_hash,"
                        + " cast(? as timestamp with time zone) from revision"
                        + " where resource_id = ? and content_hash is not null",
                at,
                resource);
    }

    /** Bodies of which a reference went before {@code before}. */
    List<ContentHash> releasedBefore(OffsetDateTime before, int limit) {
        return sql.list(
                "select distinct hash from released_content where released_at < ? fetch first ? rows only",
                row -> ContentHash.of(row.getBytes(1)),
                before,
                limit);
    }

    /** Whether a body has a row. */
    boolean exists(ContentHash hash) {
        return sql.first("select 1 from content where hash = ?", row -> true, hash.bytes())
                .isPresent();
    }

    /** Whether a revision has a body. */
    boolean isReferenced(ContentHash hash) {
        return sql.first(
                        "select 1 from content where hash = ? and exists (" + REFERENCE + ")",
                        row -> true,
                        hash.bytes())
                .isPresent();
    }

    /** Marks a body for deletion. */
    void markForPurge(ContentHash hash, OffsetDateTime now) {
        sql.update("update content set condemned_at = ? where hash = ? and condemned_at is null", now, hash.bytes());
    }

    /** Deletes the row of a body that was marked before {@code before}, if still nothing refers to it. */
    boolean deleteIfCondemned(ContentHash hash, OffsetDateTime before) {
        return sql.update(
                        "delete from content where hash = ? and condemned_at < ?" + " and not exists (" + REFERENCE
                                + ")",
                        hash.bytes(),
                        before)
                > 0;
    }

    /** Deletes the row of a body. */
    void deleteRow(ContentHash hash) {
        sql.update("delete from content where hash = ?", hash.bytes());
    }

    /** Deletes what was noted of a body before {@code before}. */
    void forgetReleases(ContentHash hash, OffsetDateTime before) {
        sql.update("delete from released_content where hash = ? and released_at < ?", hash.bytes(), before);
    }

    /** Lets the collector come back to a body later; unless there is no such body any more. */
    void postponeReleases(ContentHash hash, OffsetDateTime before, OffsetDateTime now) {
        forgetReleases(hash, before);
        if (exists(hash)) {
            release(hash, now);
        }
    }

    /** The checksums of bodies, of those that have any. */
    public Map<ContentHash, Sums> sums(Collection<ContentHash> hashes) {
        Map<ContentHash, Sums> found = new HashMap<>();
        sql.list(
                "select hash, md5, sha1 from content where sha1 is not null and hash = any(?)",
                row -> found.put(ContentHash.of(row.getBytes(1)), new Sums(row.getBytes(2), row.getBytes(3))),
                hashes.stream().map(ContentHash::bytes).toList());
        return found;
    }

    /**
     * A body that has no checksums.
     *
     * @param inline the body itself if its row holds it
     */
    record Unsummed(ContentHash hash, long length, byte @Nullable [] inline) {}

    /** Bodies without checksums, in the order of their hashes, after that of {@code after}. */
    List<Unsummed> withoutSums(byte[] after, int limit) {
        return sql.list(
                "select hash, length, body from content where hash > ? and sha1 is null order by hash"
                        + " fetch first ? rows only",
                row -> new Unsummed(ContentHash.of(row.getBytes(1)), row.getLong(2), row.getBytes(3)),
                after,
                limit);
    }

    /** Keeps the checksums of a body. */
    void keepSums(ContentHash hash, Sums sums) {
        sql.update("update content set md5 = ?, sha1 = ? where hash = ?", sums.md5(), sums.sha1(), hash.bytes());
    }

    /** The bytes of all bodies, each counted once. */
    public long totalBytes() {
        return sql.first("select coalesce(sum(length), 0) from content", row -> row.getLong(1))
                .orElse(0L);
    }
}
