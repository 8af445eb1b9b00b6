package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is left of deleted resources. What is under version control stays until it is destroyed. */
@ApplicationScoped
class PurgeRepository {

    private static final String MEMBERS = "select m.id, m.resource_id from member m"
            + " left join resource r on r.id = m.resource_id where m.collection_id = ?";
    private static final String MAPPED_ELSEWHERE =
            " exists (select 1 from member o where o.resource_id = m.resource_id and o.id <> m.id)";

    @Inject
    private Sql sql;

    @Inject
    private Ancestors ancestors;

    /** A name in a dead collection. */
    record DeadMember(long id, @Nullable UUID resourceId) {}

    List<PurgeCandidate> endedUpTo(long change, int limit) {
        return sql.list(
                "select f.member_id, f.change_id, f.resource_id from former_member f"
                        + " join change_link c on c.change_id = f.change_id where c.number <= ? and not f.kept"
                        + " order by c.number fetch first ? rows only",
                PurgeRepository::candidate,
                change,
                limit);
    }

    /** Names that can go at once: nothing is mapped there, or a file, or what stays without a name. */
    List<DeadMember> members(UUID collection, int limit) {
        return sql.list(
                MEMBERS + " and (not coalesce(r.collection, false) or r.versioned) fetch first ? rows only",
                PurgeRepository::deadMember,
                collection,
                limit);
    }

    /** A name that can go because the collection that is mapped there is mapped elsewhere, too. */
    Optional<DeadMember> sharedCollection(UUID collection) {
        return sql.first(
                MEMBERS + " and r.collection and" + MAPPED_ELSEWHERE + " fetch first 1 rows only",
                PurgeRepository::deadMember,
                collection);
    }

    /** A collection that is mapped here alone, and goes. */
    Optional<UUID> memberCollection(UUID collection) {
        return sql.first(
                "select m.resource_id from member m join resource r on r.id = m.resource_id"
                        + " where m.collection_id = ? and r.collection and not r.versioned and not" + MAPPED_ELSEWHERE
                        + " fetch first 1 rows only",
                row -> row.getObject(1, UUID.class),
                collection);
    }

    List<DeadMember> memberOf(UUID collection, UUID resource) {
        return sql.list(MEMBERS + " and m.resource_id = ?", PurgeRepository::deadMember, collection, resource);
    }

    boolean isVersioned(UUID resource) {
        return exists("select 1 from resource where versioned and id = ?", resource);
    }

    /**
     * Whether workspaces still show a collection where it was: those that show a time at which it was there, and those that
     * keep what goes from their parents.
     */
    boolean isStillShown(PurgeCandidate candidate) {
        return sql.first(
                        "select m.collection_id from member m join resource r on r.id = ? and r.collection where m.id = ?",
                        row -> row.getObject(1, UUID.class),
                        candidate.resourceId(),
                        candidate.memberId())
                .flatMap(ancestors::rootOf)
                .flatMap(root -> sql.first(
                        "select 1 from former_member f join configuration_layer y on y.root_id = ?"
                                + " and f.mapped_at <= y.as_of and (f.unmapped_at > y.as_of or f.unmapped_at > y.kept_from)"
                                + " where f.member_id = ? and f.change_id = ? fetch first 1 rows only",
                        row -> true,
                        root,
                        candidate.memberId(),
                        candidate.changeId()))
                .isPresent();
    }

    boolean isMapped(UUID resource) {
        return exists("select 1 from member where resource_id = ?", resource);
    }

    boolean isRemembered(UUID resource) {
        return exists("select 1 from former_member where resource_id = ?", resource);
    }

    boolean isRememberedBesides(PurgeCandidate candidate) {
        return sql.first(
                        "select 1 from former_member where resource_id = ? and (member_id <> ? or change_id <> ?)"
                                + " fetch first 1 rows only",
                        row -> true,
                        candidate.resourceId(),
                        candidate.memberId(),
                        candidate.changeId())
                .isPresent();
    }

    boolean hasMembers(UUID collection) {
        return exists("select 1 from member where collection_id = ?", collection);
    }

    private boolean exists(String query, UUID key) {
        return sql.first(query + " fetch first 1 rows only", row -> true, key).isPresent();
    }

    /** Lets a mapping's row outlive the journal's memory of it. */
    void keep(PurgeCandidate candidate) {
        sql.update(
                "update former_member set kept = true where member_id = ? and change_id = ?",
                candidate.memberId(),
                candidate.changeId());
    }

    /** Notes that a mapping's row is there because of a hold alone. */
    void hold(PurgeCandidate candidate) {
        release(candidate);
        sql.update(
                "insert into held_mapping (member_id, change_id, resource_id, released) values (?, ?, ?, false)",
                candidate.memberId(),
                candidate.changeId(),
                candidate.resourceId());
    }

    /** Says that no hold is known to need a mapping's row. */
    void release(PurgeCandidate candidate) {
        sql.update(
                "delete from held_mapping where member_id = ? and change_id = ?",
                candidate.memberId(),
                candidate.changeId());
    }

    /** Mappings that holds may need no more. */
    List<PurgeCandidate> released(int limit) {
        return sql.list(
                "select member_id, change_id, resource_id from held_mapping where released fetch first ? rows only",
                PurgeRepository::candidate,
                limit);
    }

    void deleteFormerMember(PurgeCandidate candidate) {
        sql.update(
                "delete from former_member where member_id = ? and change_id = ?",
                candidate.memberId(),
                candidate.changeId());
    }

    /** Deletes a name at which nothing is mapped and of which nothing is remembered. */
    void deleteNameIfUnused(long memberId) {
        int deleted = sql.update(
                "delete from member where id = ? and resource_id is null and hidden_at is null"
                        + " and not exists (select 1 from former_member where member_id = member.id)",
                memberId);
        if (deleted > 0) {
            deleteTraces(memberId);
        }
    }

    /** Deletes a name in a dead collection. */
    void deleteName(long memberId) {
        sql.update("delete from former_member where member_id = ?", memberId);
        sql.update("delete from member where id = ?", memberId);
        deleteTraces(memberId);
    }

    private void deleteTraces(long memberId) {
        sql.update("delete from member_mark where member_id = ?", memberId);
        sql.update("delete from ended_mapping where member_id = ?", memberId);
        sql.update("delete from default_choice where member_id = ?", memberId);
    }

    /** Deletes a resource with all its revisions. */
    void deleteResource(UUID resource) {
        deleteHistory(resource);
        sql.update("delete from revision where resource_id = ?", resource);
        sql.update("delete from resource where id = ?", resource);
        sql.update("delete from collection_mark where collection_id = ?", resource);
    }

    /** Deletes what revisions have besides their own rows. */
    private void deleteHistory(UUID resource) {
        sql.update(
                "delete from property_set where id in (select property_set_id from revision"
                        + " where resource_id = ? and property_set_id is not null)",
                resource);
        sql.update("delete from revision_line where resource_id = ?", resource);
        sql.update("delete from branch where resource_id = ?", resource);
        sql.update("delete from revision_label where resource_id = ?", resource);
        sql.update("delete from revision_origin where resource_id = ?", resource);
    }

    /**
     * Deletes all that a resource ever was. Its row stays, with a revision that shows nothing, so that those who synchronise
     * can still be told that it went; and it is under version control no longer.
     */
    void eraseHistory(UUID resource) {
        deleteHistory(resource);
        sql.update(
                "delete from revision where resource_id = ? and number <>"
                        + " (select revision_number from resource where id = resource_id)",
                resource);
        sql.update(
                "update revision set content_hash = null, content_stored_at = null, content_length = 0,"
                        + " property_set_id = null, comment = null, moved_from = null, restored_from = null, predecessor = null where resource_id = ?",
                resource);
        sql.update("update member set default_number = null where resource_id = ?", resource);
        sql.update(
                "update resource set versioned = false, autoversioned = false, sitting_rule = 0, max_revisions = null, newest_number = 0"
                        + " where id = ?",
                resource);
    }

    /** The names at which a resource was mapped so long ago that the journal has forgotten it. */
    List<PurgeCandidate> kept(UUID resource) {
        return sql.list(
                "select member_id, change_id, resource_id from former_member where resource_id = ? and kept",
                PurgeRepository::candidate,
                resource);
    }

    private static PurgeCandidate candidate(ResultSet row) throws SQLException {
        return new PurgeCandidate(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    private static DeadMember deadMember(ResultSet row) throws SQLException {
        return new DeadMember(row.getLong(1), row.getObject(2, UUID.class));
    }
}
