package io.tidemark.content;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of stored bodies. */
@ApplicationScoped
public class ContentRepository {

    @Inject
    private Sql sql;

    /** Adds the row of a body unless it is there; says whether it was added. */
    boolean insertIfAbsent(ContentHash hash, long length, byte @Nullable [] body) {
        return sql.update(
                        "insert into content (hash, length, body) values (?, ?, ?) on conflict do nothing",
                        hash.bytes(),
                        length,
                        body)
                > 0;
    }

    /**
     * Whether a body's row is there and stays. A row that the collector has condemned is reprieved, which the collector's
     * deletion of it cannot overlook.
     */
    boolean reprieve(ContentHash hash) {
        Optional<Boolean> condemned = sql.first(
                "select condemned_at is not null from content where hash = ?", row -> row.getBoolean(1), hash.bytes());
        if (condemned.isPresent() && condemned.get()) {
            return sql.update("update content set condemned_at = null where hash = ?", hash.bytes()) > 0;
        }
        return condemned.isPresent();
    }

    /** The body of a row that holds it itself. */
    public Optional<byte[]> inlineBody(ContentHash hash) {
        return sql.first("select body from content where hash = ?", row -> row.getBytes(1), hash.bytes());
    }

    /** Notes that a reference to a body has gone; the collector will see whether it was the last. */
    void release(ContentHash hash, OffsetDateTime at) {
        sql.update("insert into released_content (hash, released_at) values (?, ?)", hash.bytes(), at);
    }

    /** Bodies of which a reference went before {@code before}. */
    List<ContentHash> releasedBefore(OffsetDateTime before, int limit) {
        return sql.list(
                "select distinct hash from released_content where released_at < ? fetch first ? rows only",
                row -> ContentHash.of(row.getBytes(1)),
                before,
                limit);
    }

    /** Marks a body for deletion if nothing refers to it. */
    void condemnIfUnreferenced(ContentHash hash, OffsetDateTime now) {
        sql.update(
                "update content set condemned_at = ? where hash = ? and condemned_at is null"
                        + " and not exists (select 1 from revision where content_hash = content.hash)",
                now,
                hash.bytes());
        sql.update("delete from released_content where hash = ? and released_at < ?", hash.bytes(), now);
    }

    /** Bodies condemned before {@code before}. */
    List<ContentHash> condemnedBefore(OffsetDateTime before, int limit) {
        return sql.list(
                "select hash from content where condemned_at < ? fetch first ? rows only",
                row -> ContentHash.of(row.getBytes(1)),
                before,
                limit);
    }

    /** Deletes a condemned body's row if still nothing refers to it; says whether it did. */
    boolean deleteIfCondemned(ContentHash hash, OffsetDateTime before) {
        return sql.update(
                        "delete from content where hash = ? and condemned_at < ?"
                                + " and not exists (select 1 from revision where content_hash = content.hash)",
                        hash.bytes(),
                        before)
                > 0;
    }

    /** The bytes of all bodies, each counted once. */
    public long totalBytes() {
        return sql.first("select coalesce(sum(length), 0) from content", row -> row.getLong(1))
                .orElse(0L);
    }
}
