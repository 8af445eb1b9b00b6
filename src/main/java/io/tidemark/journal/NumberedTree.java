package io.tidemark.journal;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The tree as numbered changes left it: what a member mapped when a change was the newest, for every change that the
 * journal keeps. The answer to such a question never changes, whatever else does.
 */
@ApplicationScoped
public class NumberedTree {

    /** How many parameters {@link #RESOURCE_AT} has: the change's number, that many times. */
    public static final int PARAMETERS = 3;

    /**
     * What a member {@code %1$s}, of {@code member_mark}, mapped when a change was the newest; null for nothing. The end of
     * a mapping is looked up from there on, so that it does not matter how many there were.
     */
    public static final String RESOURCE_AT = at("resource_id");

    private static final String MAPPED_AT =
            "select x.member_id, x.mapped, r.id, r.collection from (select k.member_id, "
                    + at("mapped").formatted("k") + " as mapped, " + RESOURCE_AT.formatted("k")
                    + " as resource_id from member_mark k where k.member_id = any(?)) x join resource r on r.id = x.resource_id";

    @Inject
    private Sql sql;

    private static String at(String column) {
        return "case when %1$s.resource_id is not null and %1$s.mapped <= ? then %1$s." + column
                + " else (select case when e.mapped <= ? then e." + column + " end from ended_mapping e"
                + " where e.member_id = %1$s.member_id and e.ended > ?"
                + " order by e.member_id, e.ended fetch first 1 rows only) end";
    }

    /** What members mapped when a change was the newest; nothing for those that mapped nothing. */
    public Map<Long, Mapping> mappedAt(Collection<Long> members, long number) {
        Map<Long, Mapping> mappings = new HashMap<>();
        List<Object> parameters = new ArrayList<>(Collections.nCopies(2 * PARAMETERS, number));
        parameters.add(members);
        sql.list(
                MAPPED_AT,
                row -> mappings.put(
                        row.getLong(1), new Mapping(row.getObject(3, UUID.class), row.getBoolean(4), row.getLong(2))),
                parameters.toArray());
        return mappings;
    }

    /** Where collections stand; those at the beginning in which nothing has changed yet. */
    Map<UUID, CollectionMark> marksOf(Collection<UUID> collections) {
        Map<UUID, CollectionMark> marks = new HashMap<>();
        collections.forEach(collection -> marks.put(collection, CollectionMark.BEGINNING));
        sql.list(
                "select collection_id, number, purged, link, coalesce(purged_link, link) from collection_mark"
                        + " where collection_id = any(?)",
                row -> marks.put(row.getObject(1, UUID.class), CollectionMark.read(row, 2)),
                collections);
        return marks;
    }

    /** Where a collection and the journal stand, read in one statement: what no change waits for is all there is. */
    CollectionState standing(UUID collection) {
        return sql.first(
                        "select h.incarnation, (" + NumberingRepository.WAITING + ") is not null,"
                                + " m.number, m.purged, m.link, coalesce(m.purged_link, m.link) from journal_head h"
                                + " left join collection_mark m on m.collection_id = ? where h.id = ?",
                        row -> new CollectionState(
                                row.getObject(1, UUID.class),
                                row.getBoolean(2),
                                row.getBytes(5) == null ? CollectionMark.BEGINNING : CollectionMark.read(row, 3)),
                        collection,
                        NumberingRepository.HEAD)
                .orElseThrow();
    }

    /** The collections in which a collection is mapped, and was when a change was the newest; none above a boundary. */
    List<UUID> collectionsAbove(UUID collection, long number) {
        return sql.list(
                "select k.collection_id from member_mark k join resource r on r.id = k.resource_id"
                        + " where k.resource_id = ? and k.mapped <= ? and not r.sync_boundary",
                row -> row.getObject(1, UUID.class),
                collection,
                number);
    }

    /** Whether a step of a path leads where it did when a change was the newest, and has all the time. */
    boolean isUnchanged(Step step, long number) {
        return sql.first(
                        "select 1 from member m join member_mark k on k.member_id = m.id"
                                + " where m.collection_id = ? and m.name = ? and k.resource_id = ? and k.mapped <= ?",
                        row -> true,
                        step.from(),
                        step.name(),
                        step.to(),
                        number)
                .isPresent();
    }
}
