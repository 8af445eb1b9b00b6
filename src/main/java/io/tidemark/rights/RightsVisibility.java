package io.tidemark.rights;

import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.Sheet;
import io.tidemark.target.Configured;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private Names names;

    @Override
    public boolean isRestricted() {
        return !rights.areUnused();
    }

    @Override
    public FilesTarget seen(FilesTarget target) {
        return rights.areUnused() || rights.may(target, Privilege.READ)
                ? target
                : new FilesTarget(target.path(), List.of(), null, null, null);
    }

    @Override
    public List<Target> shown(List<Target> members) {
        if (members.isEmpty() || rights.areUnused()) {
            return members;
        }
        Set<UUID> hidden = hidden(members.stream()
                .filter(RightsVisibility::isNamed)
                .flatMap(member -> collections((FilesTarget) member).stream())
                .toList());
        Map<UUID, Boolean> elsewhere = new HashMap<>();
        return members.stream()
                .filter(member -> isNamed(member)
                        ? Collections.disjoint(collections((FilesTarget) member), hidden)
                        : isWorking(member) || isShown(member.resource(), elsewhere))
                .toList();
    }

    private boolean isShown(@Nullable ResourceView resource, Map<UUID, Boolean> known) {
        return resource == null || known.computeIfAbsent(resource.id(), this::shows);
    }

    /** A working resource is for whoever made it, whatever becomes of what it was made from. */
    private static boolean isWorking(Target member) {
        return member instanceof FilesTarget files && files.isWorking();
    }

    private static boolean isNamed(Target member) {
        return member instanceof FilesTarget files && (files.isConfigured() || files.isAtName());
    }

    /** The collections that a member is made of, if it is one: only these can have lists. */
    private static List<UUID> collections(FilesTarget member) {
        if (!member.isCollection()) {
            return List.of();
        }
        Configured configured = member.configured();
        return configured == null || configured.sheets().isEmpty()
                ? List.of(member.mapped().id())
                : configured.sheets().stream().map(Sheet::collection).toList();
    }

    @Override
    public boolean shows(UUID resource) {
        return rights.may(resource, Privilege.READ);
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
    public boolean wasRestricted(long change) {
        return lists.wereAnyAt(change);
    }

    @Override
    public boolean wasSeen(FilesTarget collection, long change) {
        return rights.areUnused() || collection.isConfigured() || rights.had(collection, Privilege.READ, change);
    }

    @Override
    public boolean hasChangedWithin(Set<UUID> collections, long change) {
        if (rights.areUnused()) {
            return false;
        }
        Set<UUID> changed = lists.changedSince(change);
        return !Collections.disjoint(changed, collections) || names.anyIsBelow(changed, collections, false);
    }
}
