package io.tidemark.search;

import io.tidemark.index.IndexedContents;
import io.tidemark.index.IndexedNames;
import io.tidemark.index.Languages;
import io.tidemark.index.NameHits;
import io.tidemark.index.NameHits.Hit;
import io.tidemark.index.NameOrder;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Target;
import io.tidemark.target.TreeRepository;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds candidates by the index of names. What the index tells is only where to look: what is at a name is read from the store, and
 * shown to whoever may see it.
 */
@ApplicationScoped
class IndexWalk {

    private static final int FIRST_PAGE = 200;
    private static final int PAGE = 1_000;

    /** So many candidates are few. */
    private static final int SOON = 2_000;

    @Inject
    private IndexedNames names;

    @Inject
    private IndexedContents contents;

    @Inject
    private Languages languages;

    @Inject
    private MemberRepository members;

    @Inject
    private TreeRepository trees;

    @Inject
    private Visibility visibility;

    /** Candidates that were found, to be gone through. */
    static final class Found implements AutoCloseable {

        private final NameHits hits;
        private final boolean ordered;
        private long shown;

        Found(NameHits hits, boolean ordered) {
            this.hits = hits;
            this.ordered = ordered;
        }

        /** Takes as many as may still be looked at. */
        private List<Target> take(List<Target> targets, int most) {
            List<Target> taken = targets.subList(0, (int) Math.min(targets.size(), Math.max(0, most - shown)));
            shown += targets.size();
            return taken;
        }

        @Override
        public void close() {
            hits.close();
        }
    }

    /** The candidates of a request, to be closed; empty when there is no index for them, or for the scope. */
    Optional<Found> find(Target scope, SearchRequest request) {
        boolean inFiles = scope instanceof NamedTarget
                && scope.selection() == null
                && FilesSubtree.NAME.equals(scope.path().subtree());
        if (!inFiles || !scope.isCollection() || request.depth() == Depth.ZERO) {
            return Optional.empty();
        }
        Optional<List<NameOrder>> orders = CandidateQuery.orders(request.orders());
        return new CandidateQuery(contents, languages)
                .of(request.where())
                .flatMap(query -> names.find(query, orders.orElse(List.of())))
                .map(hits -> new Found(hits, orders.isPresent()));
    }

    /**
     * Shows candidates, in pages; says whether that were all that matter.
     *
     * @param soon whether to give up after a few that the index tells
     * @param most how many that show are looked at, in all calls together; what does not show does not count
     * @param look what is done with a page of those that show
     */
    boolean go(
            NamedTarget scope,
            SearchRequest request,
            Found found,
            boolean soon,
            int most,
            Matches matches,
            Consumer<List<Target>> look) {
        ScopePaths paths = paths(scope, request);
        int size = FIRST_PAGE;
        for (int told = 0; !soon || told < SOON; told += size, size = PAGE) {
            List<Hit> page = found.hits.next(size);
            look.accept(found.take(read(scope, paths, page), most));
            if (found.shown > most) {
                return false;
            }
            if (page.size() < size || matches.isFull() || (found.ordered && matches.isCut())) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out the candidates in collections that are not in the scope, or do not show. */
    void narrow(NamedTarget scope, SearchRequest request, Found found) {
        found.hits.narrow(collections -> {
            Set<UUID> within = new HashSet<>();
            paths(scope, request).of(collections).forEach((collection, ways) -> {
                if (!ways.isEmpty()) {
                    within.add(collection);
                }
            });
            return within;
        });
    }

    private ScopePaths paths(NamedTarget scope, SearchRequest request) {
        return new ScopePaths(scope, request.depth() == Depth.INFINITY, members, visibility);
    }

    private List<Target> read(FilesTarget scope, ScopePaths known, List<Hit> page) {
        Map<UUID, Set<DavPath>> collections =
                known.of(page.stream().map(Hit::collection).collect(Collectors.toSet()));
        List<DavPath> paths = page.stream()
                .flatMap(hit -> collections.getOrDefault(hit.collection(), Set.of()).stream()
                        .map(above -> above.child(hit.name(), false)))
                .distinct()
                .toList();
        return shown(
                scope,
                trees.resolve(scope, paths).at(paths).stream()
                        .filter(FilesTarget::isMapped)
                        .toList());
    }

    /** Those that show: all the collections on the way to them must. The scope does. */
    private List<Target> shown(FilesTarget scope, List<FilesTarget> targets) {
        Set<UUID> way =
                targets.stream().flatMap(target -> target.lineage().stream()).collect(Collectors.toSet());
        scope.lineage().forEach(way::remove);
        Set<UUID> hidden = visibility.hidden(way);
        return targets.stream()
                .filter(target -> Collections.disjoint(target.lineage(), hidden))
                .map(Target.class::cast)
                .toList();
    }
}
