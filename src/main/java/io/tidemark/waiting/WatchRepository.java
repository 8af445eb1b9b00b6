package io.tidemark.waiting;

import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What can be watched, and what of it has changed: as far as changes have numbers. */
@ApplicationScoped
public class WatchRepository {

    private static final int IN_LIST = 500;

    @Inject
    private Sql sql;

    /** Of some collections, those in whose scope something has changed since a change. */
    Set<UUID> collections(Collection<UUID> watched, long since) {
        Set<UUID> changed = new HashSet<>();
        for (List<UUID> some : Sql.pages(List.copyOf(watched), IN_LIST)) {
            changed.addAll(sql.list(
                    "select collection_id from collection_mark where number > ? and collection_id in ("
                            + Sql.placeholders(some.size()) + ")",
                    row -> row.getObject(1, UUID.class),
                    parameters(since, some)));
        }
        return changed;
    }

    /** The names at which resources are. */
    public Set<Long> namesOf(Collection<UUID> resources) {
        Set<Long> names = new HashSet<>();
        for (List<UUID> some : Sql.pages(List.copyOf(resources), IN_LIST)) {
            names.addAll(sql.list(
                    "select member_id from member_mark where resource_id in (" + Sql.placeholders(some.size()) + ")",
                    row -> row.getLong(1),
                    some.toArray()));
        }
        return names;
    }

    /** Of some members, those that have changed themselves since a change. */
    public Set<Long> members(Collection<Long> watched, long since) {
        Set<Long> changed = new HashSet<>();
        for (List<Long> some : Sql.pages(List.copyOf(watched), IN_LIST)) {
            changed.addAll(sql.list(
                    "select member_id from member_mark where number > ? and member_id in ("
                            + Sql.placeholders(some.size()) + ")",
                    row -> row.getLong(1),
                    parameters(since, some)));
        }
        return changed;
    }

    private static Object[] parameters(long since, List<?> watched) {
        return Stream.concat(Stream.of(since), watched.stream()).toArray();
    }
}
