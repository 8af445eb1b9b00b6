package io.tidemark.namespace;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collections as they were: each name's mappings have their times, and so has each revision of what is mapped. */
@ApplicationScoped
public class PastMemberRepository {

    private static final String MAPPED = " left join former_member f on f.member_id = m.id and f.mapped_at <= ?"
            + " and f.unmapped_at > ? left join resource r on r.id ="
            + " case when m.mapped_at <= ? and m.resource_id is not null then m.resource_id else f.resource_id end"
            + " and r.newest_number > 0"
            + " left join revision v on v.resource_id = r.id and v.number = "
            + ShownRevision.at("", "?");

    private static final String PAGE = "select m.id, m.name, " + ResourceView.COLUMNS
            + " from (select id, collection_id, name, resource_id, mapped_at from member where collection_id = ?"
            + " and name > ? order by collection_id, name%s) m" + MAPPED
            + " order by m.collection_id, m.name";

    private static final String ONE = "select m.id, m.name, " + ResourceView.COLUMNS + " from member m" + MAPPED
            + " where m.collection_id = ? and m.name = ?";

    /** H2 reads a whole collection for a list of names in it; pairs it looks up one by one. */
    private static final String NAMED = "select m.id, m.name, " + ResourceView.COLUMNS
            + " from (values %s) w (collection_id, name) join member m on m.collection_id = w.collection_id"
            + " and m.name = w.name" + MAPPED;

    private static final String NAME = "(cast(? as uuid), cast(? as varchar))";

    /** How often the time stands in a query, before anything else. */
    private static final int MOMENTS = 5;

    @Inject
    private Sql sql;

    /** A name of a collection, which may have had no mapping at the time. */
    private record Name(long id, String name, @Nullable ResourceView resource) {}

    /** A page of the members that a collection had at a time, in the order of their names, after {@code after}. */
    public List<MemberView> list(UUID collection, Instant moment, String after, int limit) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        List<MemberView> members = new ArrayList<>();
        String last = after;
        boolean more = true;
        while (more && members.size() < limit) {
            List<Name> names = sql.list(
                    PAGE.formatted(Sql.firstRows(limit)),
                    PastMemberRepository::name,
                    collection,
                    last,
                    at,
                    at,
                    at,
                    at,
                    at);
            for (Name name : names) {
                if (name.resource() != null && members.size() < limit) {
                    members.add(new MemberView(name.id(), name.name(), name.resource()));
                }
            }
            more = names.size() == limit;
            last = more ? names.get(limit - 1).name() : last;
        }
        return members;
    }

    /** What some names of a collection were mapped to at a time, those that were to anything. */
    public List<MemberView> list(UUID collection, Instant moment, Collection<String> names) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        List<Object> parameters = new ArrayList<>();
        names.forEach(name -> Collections.addAll(parameters, collection, name));
        parameters.addAll(Collections.nCopies(MOMENTS, at));
        return sql
                .list(
                        NAMED.formatted(String.join(", ", Collections.nCopies(names.size(), NAME))),
                        PastMemberRepository::name,
                        parameters.toArray())
                .stream()
                .filter(found -> found.resource() != null)
                .map(found -> new MemberView(found.id(), found.name(), found.resource()))
                .toList();
    }

    /** What a name of a collection was mapped to at a time. */
    public Optional<MemberView> find(UUID collection, Instant moment, String name) {
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        return sql.list(ONE, PastMemberRepository::name, at, at, at, at, at, collection, name).stream()
                .filter(found -> found.resource() != null)
                .map(found -> new MemberView(found.id(), found.name(), found.resource()))
                .findFirst();
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(row.getLong(1), row.getString(2), ResourceView.read(row, 3));
    }
}
