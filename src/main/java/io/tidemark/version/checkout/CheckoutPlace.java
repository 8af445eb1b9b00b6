package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.CheckoutView;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberRepository.Mapping;
import io.tidemark.target.PathFinder;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds where what is worked on will show when it is checked in. */
@ApplicationScoped
public class CheckoutPlace {

    @Inject
    private MemberRepository members;

    @Inject
    private PathFinder paths;

    @Inject
    private Targets targets;

    /**
     * The path through which it was checked out, or another one of the resource that shows; of a deleted one, that of the revision.
     */
    public DavPath of(CheckoutView checkout) {
        return all(checkout).get(0);
    }

    /** All such paths, that through which it was checked out first; of a deleted one, that of the revision alone. */
    List<DavPath> all(CheckoutView checkout) {
        List<DavPath> all = members.mappingsOf(checkout.resourceId()).stream()
                .sorted(Comparator.comparing(mapping -> !Objects.equals(mapping.memberId(), checkout.memberId())))
                .flatMap(mapping -> path(mapping).stream())
                .toList();
        return all.isEmpty()
                ? List.of(RevisionsSubtree.revisionPath(
                        checkout.resourceId(), checkout.line().tip(), false))
                : all;
    }

    private Optional<DavPath> path(Mapping mapping) {
        return paths.pathOf(mapping.collectionId())
                .map(collection -> collection.child(mapping.name(), false))
                .filter(path -> !targets.isHidden(path));
    }
}
