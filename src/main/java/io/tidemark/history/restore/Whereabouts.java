package io.tidemark.history.restore;

import io.tidemark.history.restore.RestoreRepository.Place;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Layer;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows by which names members of the past can be found now. */
@ApplicationScoped
class Whereabouts {

    @Inject
    private RestoreRepository repository;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Targets targets;

    @Inject
    private Visibility visibility;

    /** Where a resource is in the same tree, by a name that it did not have then and the caller sees; null for nowhere. */
    @Nullable
    FilesTarget elsewhere(FilesTarget was, Instant moment) {
        if (was instanceof ConfiguredTarget in && in.isCollection() && !isOwn(in)) {
            return null;
        }
        for (Place place : repository.placesSince(was.mapped().id(), moment)) {
            Optional<DavPath> path = was instanceof ConfiguredTarget in
                    ? path(in, place)
                    : visibility.path(place.collection()).map(collection -> collection.child(place.name(), false));
            Optional<FilesTarget> there = path.map(targets::of)
                    .filter(FilesTarget.class::isInstance)
                    .map(FilesTarget.class::cast)
                    .filter(Target::isMapped);
            if (there.isPresent()) {
                return there.get();
            }
        }
        return null;
    }

    /** The URL of a name in a collection of a workspace's own tree, as another URL of the workspace is spelt; empty for others. */
    private Optional<DavPath> path(ConfiguredTarget like, Place place) {
        List<String> spelt = like.path().segments();
        int base = spelt.size() - ConfigurationPath.namesAt(like.path()).size();
        return ancestors.waysFrom(Set.of(like.configuration()), place.collection(), 1).stream()
                .findFirst()
                .map(way -> {
                    DavPath at = DavPath.of(spelt.subList(0, base), true);
                    for (String step : way.names()) {
                        at = at.child(step, true);
                    }
                    return at.child(place.name(), false);
                });
    }

    /** A collection as it would show if its name were mapped to it again; null for one that comes back as a new one. */
    static @Nullable FilesTarget again(FilesTarget was) {
        if (!(was instanceof ConfiguredTarget in)) {
            return was.select(was.mapped(), null);
        }
        if (!isOwn(in)) {
            return null;
        }
        // A name that was taken out of a workspace hides for ever what other trees have there.
        Layer own = in.layers().get(0);
        return new ConfiguredTarget(
                in.path(),
                in.ancestors(),
                in.parent(),
                in.memberId(),
                in.resource(),
                in.configuration(),
                List.of(new Layer(own.collection(), own.depth(), Layer.NOW, null)));
    }

    /** Whether a collection of a workspace was one of its own: it has an identity by which it comes back. */
    static boolean isOwn(ConfiguredTarget collection) {
        return collection.isCollection() && collection.layers().get(0).own();
    }
}
