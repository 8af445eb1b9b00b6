package io.tidemark.journal;

import io.tidemark.kernel.sql.SequencerSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of the numbered tree and its marks, as the sequencer reads and writes them. */
@ApplicationScoped
class MarkRepository {

    private static final String MARKED = "select member_id, collection_id, resource_id, mapped from member_mark where ";

    @Inject
    private SequencerSql sql;

    /** Of the resources, those that are collections, with their numbers. */
    Map<UUID, Long> collectionsAmong(Map<UUID, Long> resources) {
        Map<UUID, Long> collections = new HashMap<>();
        sql.list(
                        "select id from resource where collection and id = any(?)",
                        row -> row.getObject(1, UUID.class),
                        resources.keySet())
                .forEach(id -> collections.put(id, resources.getOrDefault(id, 0L)));
        return collections;
    }

    /** The members that have marks, as the newest numbered change left them. */
    List<MappedMember> marked(Collection<Long> ids) {
        return sql.list(MARKED + "member_id = any(?)", MarkRepository::member, ids);
    }

    /** Members that no numbered change has touched, nor come along with: as far as numbers go, they map nothing. */
    List<MappedMember> unmarked(Collection<Long> ids) {
        return sql.list(
                "select id, collection_id, cast(null as uuid), 0 from member where id = any(?)",
                MarkRepository::member,
                ids);
    }

    /** The members that map one of the resources. */
    List<MappedMember> mapping(Collection<UUID> resources) {
        return sql.list(MARKED + "resource_id = any(?)", MarkRepository::member, resources);
    }

    /** The members that mapped one of the resources, as far as the journal remembers. */
    List<MappedMember> formerlyMapping(Collection<UUID> resources) {
        return sql.list(
                "select distinct e.member_id, k.collection_id, e.resource_id, 0 from ended_mapping e"
                        + " join member_mark k on k.member_id = e.member_id where e.resource_id = any(?)",
                MarkRepository::member,
                resources);
    }

    /**
     * Of the members, those that show a revision which was chosen for them, and no newer one. Should the choice have been
     * made after the change that is asked for, it is a change of the member itself.
     */
    Set<Long> choosing(Collection<Long> members) {
        return new HashSet<>(sql.list(
                "select id from member where default_number is not null and id = any(?)",
                row -> row.getLong(1),
                members));
    }

    /** Of the collections, those above which nobody is told what changes below. */
    Set<UUID> boundariesAmong(Collection<UUID> collections) {
        return new HashSet<>(sql.list(
                "select id from resource where sync_boundary and id = any(?)",
                row -> row.getObject(1, UUID.class),
                collections));
    }

    private static MappedMember member(ResultSet row) throws SQLException {
        return new MappedMember(
                row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getLong(4));
    }

    /**
     * Writes what members map and raises their marks; only the sequencer does, one at a time.
     *
     * @param unmarked those that have no marks yet
     */
    void write(Collection<MemberMark> marks, Set<Long> unmarked) {
        sql.batch(
                "update member_mark set resource_id = ?, mapped = ?, number = greatest(number, ?),"
                        + " below = greatest(below, ?), mark = greatest(mark, ?) where member_id = ? and collection_id = ?",
                rows(marks, mark -> !unmarked.contains(mark.memberId())));
        sql.insert(
                "member_mark (resource_id, mapped, number, below, mark, member_id, collection_id)",
                rows(marks, mark -> unmarked.contains(mark.memberId())));
    }

    private static List<@Nullable Object[]> rows(Collection<MemberMark> marks, Predicate<MemberMark> which) {
        return marks.stream()
                .filter(which)
                .map(mark -> new @Nullable Object[] {
                    mark.mapping().resourceId(),
                    mark.mapping().mapped(),
                    mark.number(),
                    mark.below(),
                    mark.mark(),
                    mark.memberId(),
                    mark.collectionId()
                })
                .toList();
    }

    /** Notes mappings that have ended. */
    void end(List<NumberedMappingHistory> mappings) {
        sql.insert(
                "ended_mapping (member_id, ended, mapped, resource_id)",
                mappings.stream()
                        .map(mapping -> new @Nullable Object[] {
                            mapping.memberId(), mapping.ended(), mapping.mapped(), mapping.resourceId()
                        })
                        .toList());
    }

    /** Notes collections that the collections of members have no more. */
    void endSubtrees(List<NumberedMappingHistory> subtrees, Map<Long, MemberMark> members) {
        sql.insert(
                "former_subtree (parent_id, ended, member_id, collection_id, mapped)",
                subtrees.stream()
                        .map(mapping -> new @Nullable Object[] {
                            Objects.requireNonNull(members.get(mapping.memberId()))
                                    .collectionId(),
                            mapping.ended(),
                            mapping.memberId(),
                            mapping.resourceId(),
                            mapping.mapped()
                        })
                        .toList());
    }

    /** Tells what changes did at names. */
    void tell(List<MemberChange> changes) {
        sql.insert(
                "member_change (collection_id, number, member_id, resource_id, deeds, revision_number, other_id)",
                changes.stream()
                        .map(change -> new @Nullable Object[] {
                            change.collectionId(),
                            change.number(),
                            change.memberId(),
                            change.resourceId(),
                            change.deeds(),
                            change.revision(),
                            change.otherId()
                        })
                        .toList());
    }

    /** Forgets what the oldest changes did in collections. */
    void forgetChanges(Collection<UUID> collections, Collection<Long> numbers) {
        long last = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        List<@Nullable Object[]> rows = collections.stream()
                .map(collection -> new @Nullable Object[] {collection, last})
                .toList();
        sql.batch("delete from member_change where collection_id = ? and number <= ?", rows);
        sql.batch("delete from former_subtree where parent_id = ? and ended <= ?", rows);
    }

    /** Raises the marks of collections; the hash of the newest change stays with its number. */
    void raiseCollections(Map<UUID, Long> marks, Map<Long, byte[]> links) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        List<Map.Entry<UUID, Long>> entries = new ArrayList<>(marks.entrySet());
        int[] raised = sql.batch(
                "update collection_mark set link = case when number < ? then ? else link end,"
                        + " number = greatest(number, ?), changed_at = ? where collection_id = ?",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.getValue(), links.get(entry.getValue()), entry.getValue(), now, entry.getKey()
                        })
                        .toList());
        List<@Nullable Object[]> missing = new ArrayList<>();
        for (int i = 0; i < raised.length; i++) {
            if (raised[i] == 0) {
                Map.Entry<UUID, Long> entry = entries.get(i);
                missing.add(
                        new @Nullable Object[] {entry.getKey(), entry.getValue(), now, links.get(entry.getValue())});
            }
        }
        sql.batch("insert into collection_mark (collection_id, number, changed_at, link) values (?, ?, ?, ?)", missing);
    }

    /** Notes up to which change the history of collections is gone. */
    void raisePurged(Map<UUID, Long> marks, Map<Long, byte[]> links) {
        sql.batch(
                "update collection_mark set purged = ?, purged_link = ? where purged < ? and collection_id = ?",
                marks.entrySet().stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.getValue(), links.get(entry.getValue()), entry.getValue(), entry.getKey()
                        })
                        .toList());
    }
}
