package io.tidemark.rights;

import io.tidemark.access.Roles;
import io.tidemark.kernel.caller.Caller;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.Target;
import io.tidemark.target.WorkingTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the caller may do where. Below collections with lists the nearest one decides; elsewhere the roles do, which the
 * role filter has asked already, and what is nobody else's is managed by its owner. Administrators may do everything.
 *
 * <p>A resource that is asked for by its name is judged by that name; one that has come by another way, such as the URL of a
 * revision, by all of its names: one that lets the caller through is enough.
 */
@ApplicationScoped
public class Rights {

    @Inject
    private AccessListRepository lists;

    @Inject
    private ConfiguredLevels configured;

    @Inject
    private Caller caller;

    /** Whether nobody has ever granted anything: then there is nothing to ask. */
    boolean areUnused() {
        return caller.isIn(Roles.ADMIN) || lists.isEmpty();
    }

    /** Whether the caller has a privilege where a target is. */
    public boolean may(FilesTarget target, Privilege privilege) {
        if (caller.isIn(Roles.ADMIN)) {
            return true;
        }
        ResourceView resource = target.resource();
        if (target instanceof WorkingTarget || lists.isEmpty()) {
            return isOtherwise(target, privilege);
        }
        if (target instanceof ConfiguredTarget || target.isAtName()) {
            return decide(levels(target), privilege, isOtherwise(target, privilege));
        }
        return resource == null || may(resource.id(), privilege);
    }

    /** Whether the caller has a privilege where a target is, by the list that holds there. */
    boolean may(FilesTarget target, Optional<AccessList> list, Privilege privilege) {
        return caller.isIn(Roles.ADMIN)
                || list.map(governing -> governing.grants(caller, privilege))
                        .orElseGet(() -> isOtherwise(target, privilege));
    }

    /** What the roles let through, as the role filter does; what lists grant is less than that, never more. */
    boolean isAllowed(Privilege privilege) {
        boolean changes = privilege == Privilege.WRITE || privilege == Privilege.WRITE_ACL;
        return !changes || caller.isIn(Roles.WRITER) || caller.isIn(Roles.ADMIN);
    }

    /** Where there is no list, everybody may do what the roles say, and owners say who may do what from then on. */
    private boolean isOtherwise(FilesTarget target, Privilege privilege) {
        ResourceView resource = target.resource();
        return privilege != Privilege.WRITE_ACL
                || (resource != null && resource.owner().equals(caller.name()));
    }

    /** The rights on the targets of a page. */
    public PageRights on(List<Target> page) {
        return new PageRights(
                this,
                lists.isEmpty()
                        ? Map.of()
                        : lists.of(page.stream()
                                .filter(target -> !(target instanceof ConfiguredTarget))
                                .flatMap(target -> target.lineage().stream())
                                .toList()));
    }

    /** In how many of the collections that a target's path leads through the caller has a privilege, from the outermost on. */
    int depth(FilesTarget target, Privilege privilege) {
        List<Set<UUID>> levels = levels(target);
        Map<UUID, AccessList> found = lists.of(all(levels));
        int depth = 0;
        while (depth < levels.size() && decide(levels.subList(0, depth + 1), found, privilege, true)) {
            depth++;
        }
        return depth;
    }

    /** Whether the caller may change the membership of the collection that a URL is in. */
    boolean mayAround(FilesTarget target) {
        if (areUnused()) {
            return true;
        }
        List<Set<UUID>> all = levels(target);
        return decide(target.isCollection() ? all.subList(0, all.size() - 1) : all, Privilege.WRITE, true);
    }

    /** Whether the caller has a privilege at a name of a resource, or at the last one that it had. */
    boolean may(UUID resource, Privilege privilege) {
        return areUnused()
                || configured.any(
                        resource,
                        levels -> decide(levels, privilege, privilege != Privilege.WRITE_ACL),
                        () -> isOwner(resource));
    }

    /** A path of a resource along which the caller has a privilege. */
    Optional<DavPath> path(UUID resource, Privilege privilege) {
        boolean all = areUnused();
        return configured.path(resource, levels -> all || decide(levels, privilege, true));
    }

    /**
     * The collections with other lists than when a change was the newest, in which the caller has a privilege and had it not, or
     * the other way round. What has been made since then, and is kept from the caller, is nothing new to him.
     */
    Set<UUID> changed(Privilege privilege, long change) {
        Set<UUID> changed = lists.changedSince(change);
        Set<UUID> younger = lists.madeSince(changed, change);
        return changed.stream()
                .filter(collection -> may(collection, privilege)
                        == (younger.contains(collection) || !might(collection, privilege, change)))
                .collect(Collectors.toSet());
    }

    /** Whether the caller had a privilege in a collection when a change was the newest, had its names been what they are now. */
    private boolean might(UUID collection, Privilege privilege, long change) {
        return configured.any(
                collection,
                levels -> decide(levels, lists.at(all(levels), change), privilege, true),
                () -> isOwner(collection));
    }

    private boolean isOwner(UUID resource) {
        return lists.owner(resource).filter(caller.name()::equals).isPresent();
    }

    /** Of some collections, those that have lists of their own: whether these let the caller see and change what is there. */
    Map<UUID, Boolean> writable(Collection<UUID> collections) {
        return lists.of(collections).values().stream()
                .collect(Collectors.toMap(
                        AccessList::collection,
                        list -> list.grants(caller, Privilege.READ) && list.grants(caller, Privilege.WRITE)));
    }

    /** Those of some collections whose own lists do not give the caller a privilege. */
    Set<UUID> without(Collection<UUID> collections, Privilege privilege) {
        return collections.isEmpty() ? Set.of() : without(lists.of(collections), privilege);
    }

    /** The same when a change was the newest. */
    Set<UUID> withoutAt(Collection<UUID> collections, Privilege privilege, long change) {
        return collections.isEmpty() ? Set.of() : without(lists.at(collections, change), privilege);
    }

    private Set<UUID> without(Map<UUID, AccessList> found, Privilege privilege) {
        Set<UUID> without = new HashSet<>();
        found.values().stream()
                .filter(list -> !list.grants(caller, privilege))
                .map(AccessList::collection)
                .forEach(without::add);
        return without;
    }

    /** Whether the caller had a privilege in a collection when a change was the newest. */
    boolean had(FilesTarget collection, Privilege privilege, long change) {
        List<UUID> lineage = collection.lineage();
        Map<UUID, AccessList> found = lists.at(lineage, change);
        for (int i = lineage.size() - 1; i >= 0; i--) {
            AccessList list = found.get(lineage.get(i));
            if (list != null) {
                return list.grants(caller, privilege);
            }
        }
        return true;
    }

    /** The collections of a path, outermost first; where a configuration lays several on top of each other, all of them. */
    private List<Set<UUID>> levels(FilesTarget target) {
        if (target instanceof ConfiguredTarget in) {
            List<Set<UUID>> levels = configured.levels(in);
            // What is hidden has its levels as if it were missing.
            boolean missing = !target.isMapped() && target.parent() == null;
            return missing && target.ancestors().size() < levels.size()
                    ? levels.subList(0, target.ancestors().size())
                    : levels;
        }
        if (target.path().subtree().equals(PathFinder.CHECKINSETS)) {
            return configured.ofCheckinSets(target);
        }
        List<UUID> path = target.isCollection() ? target.lineage() : target.ancestors();
        return path.stream().map(Set::of).toList();
    }

    /**
     * The nearest level with a list decides; of several lists there, all must agree. What a configuration as a whole is
     * granted to counts besides.
     */
    private boolean decide(List<Set<UUID>> levels, Privilege privilege, boolean otherwise) {
        return decide(levels, lists.of(all(levels)), privilege, otherwise);
    }

    private static List<UUID> all(List<Set<UUID>> levels) {
        return levels.stream().flatMap(Set::stream).toList();
    }

    /** The same by lists that have been found already; those of other collections do not count. */
    boolean decide(List<Set<UUID>> levels, Map<UUID, AccessList> found, Privilege privilege, boolean otherwise) {
        if (found.isEmpty()) {
            return otherwise;
        }
        Set<UUID> root = levels.get(0);
        boolean enters = root.stream()
                .filter(collection -> !collection.equals(Resource.FILES))
                .flatMap(collection -> Stream.ofNullable(found.get(collection)))
                .allMatch(list -> list.grants(caller, privilege));
        for (int i = levels.size() - 1; i >= 0; i--) {
            List<AccessList> here = levels.get(i).stream()
                    .flatMap(collection -> Stream.ofNullable(found.get(collection)))
                    .toList();
            if (!here.isEmpty()) {
                return enters && here.stream().allMatch(list -> list.grants(caller, privilege));
            }
        }
        return otherwise;
    }
}
