package io.tidemark.history.restore;

import io.tidemark.history.PastMember;
import io.tidemark.history.PastMembers;
import io.tidemark.history.restore.RestoreRepository.Destroyed;
import io.tidemark.journal.NumberedChanges;
import io.tidemark.namespace.Layer;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Knows what of the past is not kept: what has been destroyed, as long as the journal remembers that it was there, and the
 * properties of what is under no version control.
 */
@ApplicationScoped
class LostMembers {

    @Inject
    private RestoreRepository repository;

    @Inject
    private NumberedChanges changes;

    @Inject
    private PastMembers members;

    @Inject
    private Visibility visibility;

    /** By name, what was in a collection and has been destroyed; the caller must have been able to see it. */
    Map<String, Destroyed> destroyed(FilesTarget past, Instant moment) {
        long change = changes.allBefore(moment);
        Map<String, Destroyed> found = new LinkedHashMap<>();
        past.layers().stream()
                .map(Layer::collection)
                .map(collection -> repository.destroyed(collection, moment, change))
                .flatMap(Collection::stream)
                .filter(gone -> !visibility.isRestricted() || visibility.shows(gone.resource()))
                .forEach(gone -> found.putIfAbsent(gone.name(), gone));
        if (!found.isEmpty()) {
            // In a workspace, another tree may have shown something there.
            List<PastMember> shown = members.named(past, moment, List.copyOf(found.keySet()));
            shown.forEach(member -> found.remove(member.name()));
        }
        return found;
    }

    /** Whether a member had, at a time, the properties that are known of it. */
    boolean hasKeptProperties(PastMember past, Instant moment) {
        ResourceView resource = past.target().mapped();
        return resource.versioning().enabled()
                || !repository.hasRewrittenProperties(resource.id(), changes.newestBefore(moment));
    }
}
