package io.tidemark.namespace;

import io.tidemark.journal.Change;
import io.tidemark.journal.Deed;
import io.tidemark.kernel.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts resources under version control, one by one or with all that is below them. */
@ApplicationScoped
public class VersionControlRepository {

    @Inject
    private Sql sql;

    @Inject
    private Change change;

    /** Sets how a resource is versioned. */
    public void set(UUID resource, Versioning versioning) {
        tell(List.of(resource), versioning);
        apply(List.of(resource), versioning);
    }

    /** Sets how a resource is versioned that comes into a collection, with everything below it, which is news as a whole. */
    public void adopt(ResourceView resource, Versioning versioning) {
        apply(List.of(resource.id()), versioning);
        List<UUID> below = resource.collection() ? below(List.of(resource.id())) : List.of();
        while (!below.isEmpty()) {
            apply(below, versioning);
            below = below(below);
        }
    }

    /** Whether a resource has had more than one revision, or is about to: it is checked out. */
    public boolean hasHistory(UUID resource) {
        return !withHistory(List.of(resource)).isEmpty();
    }

    /**
     * Sets how everything below a collection is versioned, the collection itself left out.
     *
     * @param lists of some collections, those at which it ends or begins anew whether the caller may change what is below
     * @return resources that have a history, which would be lost: the first that were found
     */
    public List<UUID> setBelow(UUID collection, Versioning versioning, Function<List<UUID>, Map<UUID, Boolean>> lists) {
        List<UUID> inTheWay = new ArrayList<>();
        List<UUID> open = List.of(collection);
        List<UUID> closed = List.of();
        while (inTheWay.isEmpty() && !(open.isEmpty() && closed.isEmpty())) {
            List<UUID> ofOpen = below(open);
            List<UUID> ofClosed = below(closed);
            Map<UUID, Boolean> opens = new HashMap<>(lists.apply(ofOpen));
            opens.putAll(lists.apply(ofClosed));
            open = Stream.concat(
                            ofOpen.stream().filter(member -> opens.getOrDefault(member, true)),
                            ofClosed.stream().filter(member -> opens.getOrDefault(member, false)))
                    .distinct()
                    .toList();
            closed = Stream.concat(
                            ofOpen.stream().filter(member -> !opens.getOrDefault(member, true)),
                            ofClosed.stream().filter(member -> !opens.getOrDefault(member, false)))
                    .distinct()
                    .toList();
            tell(open, versioning);
            apply(open, versioning);
            if (!versioning.enabled()) {
                inTheWay.addAll(withHistory(open));
            }
        }
        return inTheWay;
    }

    /** The same of everything below, whoever may change it: for what is moved or copied, which has been asked already. */
    public List<UUID> setBelow(UUID collection, Versioning versioning) {
        return setBelow(collection, versioning, collections -> Map.of());
    }

    private List<UUID> below(List<UUID> collections) {
        return sql.list(
                "select distinct resource_id from member where resource_id is not null and collection_id = any(?)",
                row -> row.getObject(1, UUID.class),
                collections);
    }

    private List<UUID> withHistory(List<UUID> resources) {
        return sql.list(
                "select id from resource where (newest_number > 1 or exists"
                        + " (select 1 from checkout where resource_id = resource.id)) and id = any(?)",
                row -> row.getObject(1, UUID.class),
                resources);
    }

    /** What is now a collection's first revision has the members of now; a file's has been what it is since it was written. */
    private void apply(List<UUID> resources, Versioning versioning) {
        if (resources.isEmpty()) {
            return;
        }
        if (versioning.enabled()) {
            tellFollowers(resources);
            sql.update(
                    "update revision set created_at = ? where number = 1 and resource_id in (select id from resource"
                            + " where collection and not versioned and id = any(?))",
                    change.at().atOffset(ZoneOffset.UTC),
                    resources);
            sql.update(
                    "insert into revision_line (resource_id, branch_number, made_at, number)"
                            + " select v.resource_id, 0, v.created_at, 1 from revision v join resource r"
                            + " on r.id = v.resource_id where v.number = 1 and not r.versioned and r.id = any(?)",
                    resources);
        } else {
            sql.update("delete from revision_line where resource_id = any(?)", resources);
        }
        sql.update(
                "update resource set versioned = ?, autoversioned = ?, sitting_rule = ? where id = any(?)",
                versioning.enabled(),
                versioning.auto(),
                versioning.mode().rule(),
                resources);
    }

    /** How a resource is versioned is a property of its own, so that those who synchronise are told when it changes. */
    private void tell(List<UUID> resources, Versioning versioning) {
        sql.list(
                        "select id from resource where (versioned <> ? or autoversioned <> ? or sitting_rule <> ?)"
                                + " and id = any(?)",
                        row -> row.getObject(1, UUID.class),
                        versioning.enabled(),
                        versioning.auto(),
                        versioning.mode().rule(),
                        resources)
                .forEach(id -> change.changed(id, Deed.VERSIONED));
    }

    /** What comes under version control comes to be a member of the workspaces that follow the files. */
    private void tellFollowers(List<UUID> resources) {
        boolean followed = sql.first(
                        "select 1 from configuration_layer where root_id = ? and depth > 0 and as_of >= ?"
                                + " fetch first 1 rows only",
                        row -> true,
                        Resource.FILES,
                        Layer.NOW.atOffset(ZoneOffset.UTC))
                .isPresent();
        if (followed) {
            sql.list(
                            "select id from resource where not versioned and id = any(?)",
                            row -> row.getObject(1, UUID.class),
                            resources)
                    .forEach(id -> change.changed(id, Deed.VERSIONED));
        }
    }
}
