package io.tidemark.rights;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Nothing;
import io.tidemark.target.Selection;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import io.tidemark.target.WorkingTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may not be read does not show. */
@ApplicationScoped
class RightsVisibility implements Visibility {

    @Inject
    private Rights rights;

    @Inject
    private AccessListRepository lists;

    @Inject
    private Ancestors ancestors;

    @Inject
    private ConfiguredTrees trees;

    @Override
    public boolean isRestricted() {
        return !rights.areUnused();
    }

    @Override
    public Target seen(FilesTarget target, DavPath asked) {
        return shows(target) ? target : missing(target, asked);
    }

    @Override
    public boolean shows(FilesTarget target) {
        return rights.areUnused()
                || (rights.may(target, Privilege.READ)
                        && (!isPast(target) || isShown(target.resource(), new HashMap<>())));
    }

    /** What was at a name, and may have gone where it is kept from the caller. */
    private static boolean isPast(Target target) {
        Selection selection = target.isAtName() ? target.selection() : null;
        return selection != null && selection.moment() != null;
    }

    /** What is hidden looks like what is missing: in a configuration that shows, and in one that does not show either. */
    private Target missing(FilesTarget target, DavPath asked) {
        if (target instanceof ConfiguredTarget in) {
            boolean there = shows(in.configuration());
            if (!there && trees.requested().isPresent()) {
                trees.requireRequested();
            }
            return there ? ConfiguredTarget.missing(asked, shown(target), in.configuration()) : new Nothing(asked);
        }
        return target.isAtName() ? NamedTarget.missing(asked, shown(target)) : new Nothing(asked);
    }

    /** The collections on the way to a target that show. */
    private List<UUID> shown(FilesTarget target) {
        int depth = rights.depth(target, Privilege.READ);
        return target.ancestors().subList(0, Math.min(depth, target.ancestors().size()));
    }

    @Override
    public <T extends Target> List<T> shown(List<T> members) {
        if (members.isEmpty() || rights.areUnused()) {
            return members;
        }
        Set<UUID> hidden = hidden(members.stream()
                .filter(RightsVisibility::isNamed)
                .flatMap(member -> ConfiguredLevels.collections(member).stream())
                .toList());
        Map<UUID, Boolean> elsewhere = new HashMap<>();
        return members.stream()
                .filter(member -> isNamed(member)
                        ? Collections.disjoint(ConfiguredLevels.collections(member), hidden)
                                && (!isPast(member) || isShown(member.resource(), elsewhere))
                        : isWorking(member) || isShown(member.resource(), elsewhere))
                .toList();
    }

    private boolean isShown(@Nullable ResourceView resource, Map<UUID, Boolean> known) {
        return resource == null || known.computeIfAbsent(resource.id(), this::shows);
    }

    /** A working resource is for whoever made it, whatever becomes of what it was made from. */
    private static boolean isWorking(Target member) {
        return member instanceof WorkingTarget;
    }

    private static boolean isNamed(Target member) {
        return member instanceof ConfiguredTarget || member.isAtName();
    }

    @Override
    public boolean shows(UUID resource) {
        return rights.may(resource, Privilege.READ);
    }

    @Override
    public Optional<DavPath> path(UUID resource) {
        return rights.path(resource, Privilege.READ);
    }

    @Override
    public Set<UUID> hidden(Collection<UUID> collections) {
        return rights.areUnused() ? Set.of() : rights.without(collections, Privilege.READ);
    }

    @Override
    public Set<UUID> hiddenAt(Collection<UUID> collections, long change) {
        return rights.areUnused() ? Set.of() : rights.withoutAt(collections, Privilege.READ, change);
    }

    @Override
    public Set<UUID> hiddenBelow(FilesTarget collection) {
        return rights.areUnused()
                ? Set.of()
                : ancestors.below(
                        rights.without(lists.listed(), Privilege.READ), ConfiguredLevels.collections(collection), true);
    }

    @Override
    public boolean mayChange(FilesTarget target) {
        return rights.areUnused() || rights.may(target, Privilege.WRITE);
    }

    @Override
    public Map<UUID, Boolean> writable(Collection<UUID> collections) {
        return rights.areUnused() ? Map.of() : rights.writable(collections);
    }

    @Override
    public boolean wasRestricted(long change) {
        return lists.wereAnyAt(change);
    }

    @Override
    public boolean wasSeen(FilesTarget collection, long change) {
        return rights.areUnused()
                || collection instanceof ConfiguredTarget
                || rights.had(collection, Privilege.READ, change);
    }

    @Override
    public boolean hasChangedWithin(Set<UUID> collections, long change) {
        if (rights.areUnused()) {
            return false;
        }
        Set<UUID> changed = rights.changed(Privilege.READ, change);
        return !Collections.disjoint(changed, collections)
                || !ancestors.below(changed, collections, false).isEmpty();
    }

    @Override
    public long newestChange() {
        return lists.newestChange();
    }

    @Override
    public boolean hasChanged(long change) {
        return !rights.areUnused() && !rights.changed(Privilege.READ, change).isEmpty();
    }
}
