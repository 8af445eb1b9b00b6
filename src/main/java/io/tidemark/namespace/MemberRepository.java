package io.tidemark.namespace;

import io.tidemark.kernel.sql.Collision;
import io.tidemark.kernel.sql.Sql;
import io.tidemark.kernel.sql.SqlStatement;
import io.tidemark.kernel.sql.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names in collections. */
@ApplicationScoped
public class MemberRepository {

    private static final int ALLOCATION = 100;
    private static final String INSERT = "insert into member (id, collection_id, name, resource_id, mapped_at)"
            + " select cast(? as bigint), cast(? as uuid), cast(? as varchar), cast(? as uuid),"
            + " cast(? as timestamp with time zone) from resource where id = ? and versioned = ? and autoversioned = ?"
            + " and sitting_rule = ?"
            + " on conflict do nothing";
    /**
     * The page is cut from the names before anything is joined, in an order that the index has whole: otherwise H2 sorts the
     * rest of the collection for each page, and PostgreSQL may read all resources there are.
     */
    private static final String LISTING = "select m.id, m.name, " + ResourceView.COLUMNS
            + " from (select id, collection_id, name, resource_id, default_number from member"
            + " where collection_id = ? and name > ? and resource_id is not null"
            + " order by collection_id, name%s) m"
            + " join resource r on r.id = m.resource_id" + ShownRevision.JOIN_NOW
            + " order by m.collection_id, m.name";

    private long nextId;
    private long allocatedUpTo;

    @Inject
    private Sql sql;

    @Inject
    private UnitOfWork work;

    /**
     * Maps a resource at a name that has no row yet; of two transactions that want the same name, one waits here until the
     * other has ended.
     *
     * @return the new row's id; empty when the name has a row, or the collection's versioning is not what was read
     */
    Optional<Long> insert(Parent collection, String name, UUID resource, Instant at) {
        long id = newId();
        return sql.update(insertion(id, new NewMember(collection, name, resource), at)) > 0
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The statement of {@link #insert}, which changes one row or none. */
    static SqlStatement insertion(long id, NewMember member, Instant at) {
        return new SqlStatement(INSERT, row(id, member, at));
    }

    /**
     * {@link #insert} for many names.
     *
     * @param times when each counts as mapped
     * @return the new rows' ids, in the order of the names; empty for a name that has a row
     */
    List<Optional<Long>> insert(List<NewMember> added, List<Instant> times) {
        List<Long> ids = added.stream().map(member -> newId()).toList();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            rows.add(row(ids.get(i), added.get(i), times.get(i)));
        }
        int[] inserted = sql.batch(INSERT, rows);
        return IntStream.range(0, inserted.length)
                .mapToObj(i -> inserted[i] > 0 ? Optional.of(ids.get(i)) : Optional.<Long>empty())
                .toList();
    }

    private static @Nullable Object[] row(long id, NewMember member, Instant at) {
        Parent collection = member.collection();
        return new @Nullable Object[] {
            id,
            collection.id(),
            member.name(),
            member.resource(),
            at.atOffset(ZoneOffset.UTC),
            collection.id(),
            collection.versioning().enabled(),
            collection.versioning().auto(),
            collection.versioning().mode().rule()
        };
    }

    /** The row of a name that has one, locked. */
    Member lock(UUID collection, String name) {
        return lock(sql.first(
                        "select id from member where collection_id = ? and name = ?",
                        row -> row.getLong(1),
                        collection,
                        name)
                .orElseThrow(Collision::new));
    }

    /**
     * The row of that id, locked.
     *
     * @throws Collision when it is gone: nothing was mapped there, and its history was forgotten
     */
    Member lock(long id) {
        Member member = work.entities().find(Member.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (member == null) {
            throw new Collision();
        }
        return member;
    }

    /** Whether a member shows the newest revision of the primary branch, because no other was chosen. */
    boolean showsNewest(long id) {
        return sql.first("select 1 from member where id = ? and default_number is null", row -> true, id)
                .isPresent();
    }

    /** Sets the revision that a member shows, and says whether it was another; null stands for none in particular. */
    boolean chooseDefault(long id, @Nullable Integer number) {
        return sql.update(
                        "update member set default_number = cast(? as integer) where id = ?"
                                + " and default_number is distinct from cast(? as integer)",
                        number,
                        id,
                        number)
                > 0;
    }

    /**
     * Stores that a member shows another revision from a time on, but not from before it was mapped; of several in one change,
     * the last.
     */
    void rememberDefault(long id, Instant at, @Nullable Integer number) {
        OffsetDateTime chosen = sql.first(
                        "select mapped_at from member where id = ? and mapped_at > ?",
                        row -> row.getObject(1, OffsetDateTime.class),
                        id,
                        at.atOffset(ZoneOffset.UTC))
                .orElseGet(() -> at.atOffset(ZoneOffset.UTC));
        sql.update("delete from default_choice where member_id = ? and chosen_at = ?", id, chosen);
        sql.update("insert into default_choice (member_id, chosen_at, number) values (?, ?, ?)", id, chosen, number);
    }

    /** Stores that a mapping has ended. */
    void persist(MappingHistory former) {
        work.add(former);
    }

    /** The members of a collection whose names come after {@code after}, in the order of names; at most {@code limit}. */
    public List<MemberView> list(UUID collection, String after, int limit) {
        return sql.list(
                LISTING.formatted(Sql.firstRows(limit)),
                row -> new MemberView(row.getLong(1), row.getString(2), ResourceView.existing(row, 3)),
                collection,
                after);
    }

    /** Whether a collection is the root of a configuration's own tree. */
    public boolean isConfigurationRoot(UUID collection) {
        return sql.first("select 1 from configuration where id = ?", row -> true, collection)
                .isPresent();
    }

    /** Counts what is below a collection, and stops when it has found more than {@code limit}. */
    public int countBelow(UUID collection, int limit, UnaryOperator<Set<UUID>> leftOut) {
        int count = 0;
        List<UUID> frontier = List.of(collection);
        while (!frontier.isEmpty() && count <= limit) {
            List<UUID> next = new ArrayList<>();
            for (UUID parent : frontier) {
                if (count > limit) {
                    break;
                }
                List<UUID> members = sql.list(
                        "select case when r.collection then r.id end from member m"
                                + " join resource r on r.id = m.resource_id where m.collection_id = ?"
                                + " fetch first ? rows only",
                        row -> row.getObject(1, UUID.class),
                        parent,
                        limit - count + 1);
                Set<UUID> collections =
                        members.stream().filter(Objects::nonNull).collect(Collectors.toSet());
                Set<UUID> without = collections.isEmpty() ? Set.of() : leftOut.apply(collections);
                for (UUID member : members) {
                    if (member == null) {
                        count++;
                    } else if (!without.contains(member)) {
                        count++;
                        next.add(member);
                    }
                }
            }
            frontier = next;
        }
        return count;
    }

    /** The names under which a resource is mapped: the id, the collection and the name of each. Those of checkin sets are none. */
    public List<Mapping> mappingsOf(UUID resource) {
        return sql.list(
                "select id, collection_id, name from member where resource_id = ? and not held order by id",
                row -> new Mapping(row.getLong(1), row.getObject(2, UUID.class), row.getString(3)),
                resource);
    }

    /** The names under which each of several resources is mapped. */
    public Map<UUID, List<Mapping>> mappingsOf(List<UUID> resources) {
        Map<UUID, List<Mapping>> mappings = new HashMap<>();
        sql.list(
                "select id, collection_id, name, resource_id from member where not held and resource_id = any(?)"
                        + " order by id",
                row -> mappings.computeIfAbsent(row.getObject(4, UUID.class), id -> new ArrayList<>())
                        .add(new Mapping(row.getLong(1), row.getObject(2, UUID.class), row.getString(3))),
                resources);
        return mappings;
    }

    /** Whether something is mapped at a name. */
    boolean isMapped(UUID collection, String name) {
        return sql.first(
                        "select 1 from member where collection_id = ? and name = ? and resource_id is not null",
                        row -> true,
                        collection,
                        name)
                .isPresent();
    }

    /** Notes that a name only keeps the revision that it shows. */
    void pin(long id) {
        sql.update("update member set held = true where id = ?", id);
    }

    /** A name under which a resource is mapped. */
    public record Mapping(long memberId, UUID collectionId, String name) {}

    /** An id for a new row. They come in blocks, as the persistence provider takes its own: one exchange for a hundred. */
    synchronized long newId() {
        if (nextId >= allocatedUpTo) {
            nextId = sql.first("select nextval('member_seq')", row -> row.getLong(1))
                    .orElseThrow();
            allocatedUpTo = nextId + ALLOCATION;
        }
        return nextId++;
    }
}
