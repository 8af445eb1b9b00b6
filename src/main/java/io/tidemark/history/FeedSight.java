package io.tidemark.history;

import io.tidemark.history.FeedRepository.Subtree;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Ancestors;
import io.tidemark.target.ConfigurationPath;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.PathFinder;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the caller may see of the tree that a feed is about, and what things are called now. */
@ApplicationScoped
class FeedSight {

    @Inject
    private Visibility visibility;

    @Inject
    private Ancestors ancestors;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private FeedRepository repository;

    /** Those of some members of a collection, which shows, that show too. */
    List<Subtree> shown(List<Subtree> page) {
        if (!visibility.isRestricted()) {
            return page;
        }
        Set<UUID> hidden = visibility.hidden(page.stream()
                .filter(Subtree::isCollection)
                .map(Subtree::collection)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return page.stream()
                .filter(subtree -> subtree.collection() == null || !hidden.contains(subtree.collection()))
                .toList();
    }

    /** Whether what a row is about shows. Of what still has the name, that is asked of collections alone. */
    boolean shows(FeedRow row) {
        if (!visibility.isRestricted()) {
            return true;
        }
        if (!row.current()) {
            return visibility.shows(row.resource());
        }
        return !row.isCollection() || visibility.hidden(Set.of(row.resource())).isEmpty();
    }

    /** Whether a workspace shows the caller what is, or was, at a path. */
    boolean showsAt(ConfiguredTarget in, DavPath path) {
        return !visibility.isRestricted()
                || visibility.shows(trees.resolve(in.configuration(), path, ConfigurationPath.namesAt(path)));
    }

    /** Those of some names whose collections show, or showed last, in the same tree as a path. */
    List<Long> shown(List<Long> names, DavPath near) {
        return names.stream()
                .filter(name -> repository
                        .name(name)
                        .filter(found -> path(found.collection(), near).isPresent())
                        .isPresent())
                .toList();
    }

    /** Whether a resource shows anywhere, or did where it was last. */
    boolean shows(UUID resource) {
        return !visibility.isRestricted() || visibility.shows(resource);
    }

    /** What a resource is called now, in the same tree as a path; empty when it has no name there that shows. */
    Optional<DavPath> pathNow(UUID resource, DavPath near, boolean collection) {
        return visibility
                .path(resource)
                .filter(path -> path.subtree().equals(near.subtree()))
                .map(path -> path.asCollection(collection));
    }

    /** What a resource is called now; where it has gone, what it was called last. */
    DavPath lastPath(UUID resource, DavPath was) {
        return pathNow(resource, was, was.slash())
                .or(() -> former(resource, was).map(path -> path.asCollection(was.slash())))
                .orElse(was);
    }

    /** What a collection is, or was, called; empty when it is none of the caller's business. */
    Optional<DavPath> path(UUID collection, DavPath near) {
        return pathNow(collection, near, true)
                .or(() -> visibility.shows(collection) ? former(collection, near) : Optional.empty());
    }

    private Optional<DavPath> former(UUID resource, DavPath near) {
        List<DavPath> found = new ArrayList<>();
        ancestors.anyWay(resource, true, way -> found.add(PathFinder.path(way)));
        return found.stream()
                .filter(path -> path.subtree().equals(near.subtree()))
                .findFirst();
    }
}
