package io.tidemark.search;

import io.tidemark.content.ContentHash;
import io.tidemark.index.IndexedContents;
import io.tidemark.index.Languages;
import io.tidemark.index.Sought;
import io.tidemark.journal.CollectionTimes;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.memory.Pages;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionKey;
import io.tidemark.property.Listing;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Target;
import io.tidemark.version.RevisionDetails;
import io.tidemark.version.RevisionDetailsRepository;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the condition of what is in a scope, as far as the caller sees it: of what an index tells, or of all. */
@ApplicationScoped
class SearchWalk {

    /** A scope with so few members is as quickly gone through as more is made of many candidates. */
    private static final int SOON = 2_000;

    @EJB
    private Listing listing;

    @Inject
    private IndexWalk index;

    @Inject
    private RevisionDetailsRepository revisions;

    @Inject
    private CollectionTimes times;

    @Inject
    private IndexedContents contents;

    @Inject
    private Languages languages;

    @Inject
    @ConfigProperty(name = "tidemark.search.max-members", defaultValue = "100000")
    private int maxMembers;

    /**
     * Finds what a request asks for, in a scope, which is a candidate itself. Nothing that the caller may not see, however much of it
     * there is, decides what is found, in which order, or whether the search comes to its end: each of the three ways finds the same
     * as the others wherever it comes to an end, and the last one gives up by what shows alone (ADR 46).
     */
    Matches find(Target scope, SearchRequest request) {
        Optional<IndexWalk.Found> indexed = index.find(scope, request);
        if (indexed.isPresent() && scope instanceof NamedTarget named) {
            try (IndexWalk.Found found = indexed.get()) {
                return find(named, request, found);
            }
        }
        Matches matches = Matches.asTheyCome(request);
        if (!walk(scope, request, maxMembers, matches)) {
            matches.cut();
        }
        return matches;
    }

    private Matches find(NamedTarget scope, SearchRequest request, IndexWalk.Found found) {
        Matches matches = Matches.inOrder(request);
        Consumer<List<Target>> look = page -> look(page, request, matches);
        look.accept(List.of(scope));
        if (index.go(scope, request, found, true, maxMembers, matches, look)) {
            return matches;
        }
        Matches near = Matches.inOrder(request);
        if (walk(scope, request, Math.min(SOON, maxMembers), near)) {
            return near;
        }
        index.narrow(scope, request, found);
        if (!index.go(scope, request, found, false, maxMembers, matches, look)) {
            matches.cut();
        }
        return matches;
    }

    /** Goes through what shows in the scope; says whether it came to the end of it, or of what is wanted. */
    private boolean walk(Target scope, SearchRequest request, int most, Matches matches) {
        look(List.of(scope), request, matches);
        Deque<Target> pending = new ArrayDeque<>();
        if (request.depth() != Depth.ZERO && scope.isCollection()) {
            pending.push(scope);
        }
        int looked = 0;
        while (!pending.isEmpty()) {
            Target collection = pending.pop();
            for (List<Target> page : Pages.<Target>of(
                    Listing.PAGE,
                    last -> listing.members(
                            collection, last == null ? "" : last.path().name()))) {
                looked += page.size();
                if (looked > most) {
                    return false;
                }
                look(page, request, matches);
                if (matches.isFull()) {
                    return true;
                }
                if (request.depth() == Depth.INFINITY) {
                    page.stream().filter(Target::isCollection).forEach(pending::push);
                }
            }
        }
        return true;
    }

    private void look(List<Target> page, SearchRequest request, Matches matches) {
        List<Target> stored =
                page.stream().filter(target -> target.resource() != null).toList();
        Map<RevisionKey, RevisionDetails> details = request.needsDetails() ? details(stored) : Map.of();
        Map<UUID, Instant> changed = request.needsTimes() ? changed(stored) : Map.of();
        Set<Sought> sought = request.words();
        Map<ContentHash, Set<Sought>> words = words(stored, sought);
        for (Target target : stored) {
            ResourceView view = target.mapped();
            Set<Sought> found = languages.in(target.path().name(), sought);
            if (view.hash() != null) {
                found.addAll(words.getOrDefault(view.hash(), Set.of()));
            }
            matches.offer(new Candidate(
                    target,
                    details.get(RevisionKey.of(view)),
                    changed.getOrDefault(view.id(), view.modifiedAt()),
                    found));
        }
    }

    private Map<ContentHash, Set<Sought>> words(List<Target> page, Set<Sought> sought) {
        return sought.isEmpty()
                ? Map.of()
                : contents.having(
                        page.stream()
                                .map(target -> target.mapped().hash())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()),
                        sought);
    }

    private Map<RevisionKey, RevisionDetails> details(List<Target> page) {
        return revisions.read(page.stream()
                .filter(Target::isVersioned)
                .map(target -> RevisionKey.of(target.mapped()))
                .distinct()
                .toList());
    }

    private Map<UUID, Instant> changed(List<Target> page) {
        return times.changedAt(page.stream()
                .filter(Target::isCollection)
                .map(collection -> collection.mapped().id())
                .toList());
    }
}
