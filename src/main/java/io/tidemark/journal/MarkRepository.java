package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the marks. */
@ApplicationScoped
class MarkRepository {

    private static final int IN_LIST = 500;

    @Inject
    private Sql sql;

    /** Of the resources, those that are collections, with their numbers. */
    Map<UUID, Long> collectionsAmong(Map<UUID, Long> resources) {
        Map<UUID, Long> collections = new HashMap<>();
        for (List<UUID> ids : chunks(resources.keySet())) {
            sql.list(
                            "select id from resource where collection and id in (" + Sql.placeholders(ids.size()) + ")",
                            row -> row.getObject(1, UUID.class),
                            ids.toArray())
                    .forEach(id -> collections.put(id, resources.getOrDefault(id, 0L)));
        }
        return collections;
    }

    List<MappedMember> membersById(Collection<Long> ids) {
        return members("id", ids);
    }

    /** The members that map one of the resources. */
    List<MappedMember> membersOfResources(Collection<UUID> resources) {
        return members("resource_id", resources);
    }

    /** Of the collections, those above which nobody is told what changes below. */
    Set<UUID> boundariesAmong(Collection<UUID> collections) {
        Set<UUID> boundaries = new HashSet<>();
        for (List<UUID> ids : chunks(collections)) {
            boundaries.addAll(sql.list(
                    "select id from resource where sync_boundary and id in (" + Sql.placeholders(ids.size()) + ")",
                    row -> row.getObject(1, UUID.class),
                    ids.toArray()));
        }
        return boundaries;
    }

    private List<MappedMember> members(String column, Collection<?> keys) {
        List<MappedMember> members = new ArrayList<>();
        for (List<?> chunk : chunks(keys)) {
            members.addAll(sql.list(
                    "select id, collection_id, resource_id from member where " + column + " in ("
                            + Sql.placeholders(chunk.size()) + ")",
                    MarkRepository::member,
                    chunk.toArray()));
        }
        return members;
    }

    private static MappedMember member(ResultSet row) throws SQLException {
        return new MappedMember(row.getLong(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
    }

    /** Raises the marks of members, and makes those that are not there yet; only the sequencer does, one at a time. */
    void raiseMembers(List<MemberMark> marks) {
        int[] raised = sql.batch(
                "update member_mark set number = greatest(number, ?), mapped = greatest(mapped, ?),"
                        + " below = greatest(below, ?), mark = greatest(mark, ?) where member_id = ?",
                marks.stream()
                        .map(mark -> new @Nullable Object[] {
                            mark.number(), mark.mapped(), mark.below(), mark.mark(), mark.memberId()
                        })
                        .toList());
        List<@Nullable Object[]> missing = new ArrayList<>();
        for (int i = 0; i < raised.length; i++) {
            if (raised[i] == 0) {
                MemberMark mark = marks.get(i);
                missing.add(new @Nullable Object[] {
                    mark.memberId(), mark.collectionId(), mark.number(), mark.mapped(), mark.below(), mark.mark()
                });
            }
        }
        sql.batch(
                "insert into member_mark (member_id, collection_id, number, mapped, below, mark)"
                        + " values (?, ?, ?, ?, ?, ?)",
                missing);
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

    /** Where a collection stands; at the beginning when nothing has changed in it yet. */
    CollectionMark markOf(UUID collection) {
        return sql.first(
                        "select number, purged, link, coalesce(purged_link, link) from collection_mark"
                                + " where collection_id = ?",
                        row -> new CollectionMark(row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4)),
                        collection)
                .orElse(CollectionMark.BEGINNING);
    }

    /** The collections in which a collection is mapped, and was when {@code number} was the newest change. */
    List<UUID> collectionsAbove(UUID collection, long number) {
        return sql.list(
                "select m.collection_id from member m left join member_mark k on k.member_id = m.id"
                        + " where m.resource_id = ? and coalesce(k.mapped, 0) <= ?",
                row -> row.getObject(1, UUID.class),
                collection,
                number);
    }

    private static <T> List<List<T>> chunks(Collection<T> values) {
        List<T> list = new ArrayList<>(values);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += IN_LIST) {
            chunks.add(list.subList(from, Math.min(from + IN_LIST, list.size())));
        }
        return chunks;
    }
}
