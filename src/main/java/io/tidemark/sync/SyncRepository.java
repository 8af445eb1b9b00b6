package io.tidemark.sync;

import io.tidemark.kernel.sql.Sql;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a walk walks over: members in the order of their marks, or of their names. */
@ApplicationScoped
class SyncRepository {

    // Cut from the marks before anything is joined, as listings are (MemberRepository).
    private static final String PAGE = "select m.id, m.name, k.number, k.mapped, k.below, k.ordered, "
            + ResourceView.COLUMNS + " from (select member_id, number, mapped, below, %1$s as ordered from member_mark"
            + " where collection_id = ? and %2$s order by collection_id, %1$s, member_id fetch first ? rows only) k"
            + " join member m on m.id = k.member_id left join resource r on r.id = m.resource_id"
            + " left join revision v on v.resource_id = r.id and v.number = coalesce(m.default_number, r.revision_number)"
            + " order by k.ordered, k.member_id";

    private static final String LATER_BY_ID = "select m.id, m.name, k.number, k.mapped, k.below, 0, "
            + ResourceView.COLUMNS + " from (select member_id, number, mapped, below from member_mark"
            + " where collection_id = ? and mark > ? and member_id > ? order by member_id fetch first ? rows only) k"
            + " join member m on m.id = k.member_id left join resource r on r.id = m.resource_id"
            + " left join revision v on v.resource_id = r.id and v.number = coalesce(m.default_number, r.revision_number)"
            + " order by k.member_id";

    // Two statements, each a range of an index: one for the rest of the change that the last page ended in, one for
    // what
    // comes after it. A comparison of pairs would say the same, but not every database finds its index for it.
    private static final String SAME_CHANGE = "%1$s = ? and member_id > ?";
    private static final String LATER_CHANGES = "%1$s > ? and %1$s <= ?";

    @Inject
    private Sql sql;

    @Inject
    private MemberRepository members;

    @Inject
    private FormerRepository formers;

    /**
     * The members of a collection that changed, or below which something changed, after a position and up to a bound.
     *
     * @param level which mark decides: the member's own, or that of all below it too
     */
    List<ChangedMember> changed(UUID collection, SyncLevel level, Position after, long bound, int limit) {
        String mark = level == SyncLevel.ONE ? "number" : "mark";
        List<ChangedMember> changed = new ArrayList<>();
        if (after.member() != Position.ALL_MEMBERS) {
            changed.addAll(sql.list(
                    page(mark, SAME_CHANGE),
                    SyncRepository::changedMember,
                    collection,
                    after.order(),
                    after.member(),
                    limit));
        }
        if (changed.size() < limit) {
            changed.addAll(sql.list(
                    page(mark, LATER_CHANGES),
                    SyncRepository::changedMember,
                    collection,
                    after.order(),
                    bound,
                    limit - changed.size()));
        }
        return changed;
    }

    /** The members of a collection to which, or below which, something changed after a change; in the order of their ids. */
    List<ChangedMember> changedLater(UUID collection, long change, long after, int limit) {
        return sql.list(LATER_BY_ID, SyncRepository::changedMember, collection, change, after, limit);
    }

    /**
     * The same members, those that were collections when {@code since} was the newest change with what they were. What is
     * below them matters at level infinite alone; of removed ones the URL has a slash at its end at any level.
     */
    List<ChangedMember> withFormer(List<ChangedMember> changed, SyncLevel level, long since) {
        Map<Long, UUID> former = formers.formerCollections(
                changed.stream()
                        .filter(member ->
                                member.resource() == null || (level == SyncLevel.INFINITE && member.number() > since))
                        .map(ChangedMember::id)
                        .toList(),
                since);
        return former.isEmpty()
                ? changed
                : changed.stream()
                        .map(member -> member.withFormer(former.get(member.id())))
                        .toList();
    }

    /** The members of a collection in the order of names, after the member of an id; from the first for 0. */
    List<ChangedMember> listed(UUID collection, long after, int limit) {
        String name = after == 0
                ? ""
                : sql.first("select name from member where id = ?", row -> row.getString(1), after)
                        .orElse("");
        return members.list(collection, name, limit).stream()
                .map(SyncRepository::listedMember)
                .toList();
    }

    /**
     * The same members; those below which something changed, and at which another resource is mapped now than at the bound,
     * with the resource of then. What changed below it is still to be told: the next report begins at the bound.
     */
    List<ChangedMember> atBound(List<ChangedMember> members, long since, long bound) {
        Map<Long, ResourceView> then = formers.formerAt(
                members.stream()
                        .filter(member -> member.below() > since && member.number() <= since)
                        .map(ChangedMember::id)
                        .toList(),
                bound);
        return then.isEmpty()
                ? members
                : members.stream()
                        .map(member -> {
                            ResourceView resource = then.get(member.id());
                            return resource == null ? member : member.atBound(resource);
                        })
                        .toList();
    }

    /** A member with its marks as they are now. */
    Optional<ChangedMember> member(UUID collection, long id) {
        return sql.first(
                "select m.id, m.name, coalesce(k.number, 0), coalesce(k.mapped, 0), coalesce(k.below, 0), 0, "
                        + ResourceView.COLUMNS + " from member m left join member_mark k on k.member_id = m.id"
                        + " left join resource r on r.id = m.resource_id left join revision v on v.resource_id = r.id"
                        + " and v.number = coalesce(m.default_number, r.revision_number)"
                        + " where m.collection_id = ? and m.id = ?",
                SyncRepository::changedMember,
                collection,
                id);
    }

    private static String page(String mark, String range) {
        return PAGE.formatted(mark, range.formatted(mark));
    }

    private static ChangedMember changedMember(ResultSet row) throws SQLException {
        return new ChangedMember(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                ResourceView.read(row, 7),
                null);
    }

    private static ChangedMember listedMember(MemberView member) {
        return new ChangedMember(member.id(), member.name(), 0, 0, 0, 0, member.resource(), null);
    }
}
