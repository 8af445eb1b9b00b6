package io.tidemark.version.checkout;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.Checkout;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.MemberRepository.Mapping;
import io.tidemark.target.PathFinder;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
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
    public DavPath of(Checkout checkout) {
        return members.mappingsOf(checkout.resourceId()).stream()
                .sorted(Comparator.comparing(mapping -> !Objects.equals(mapping.memberId(), checkout.memberId())))
                .flatMap(mapping -> path(mapping).stream())
                .findFirst()
                .orElseGet(() -> RevisionsSubtree.revisionPath(
                        checkout.resourceId(), checkout.line().tip(), false));
    }

    private Optional<DavPath> path(Mapping mapping) {
        return paths.pathOf(mapping.collectionId())
                .map(collection -> collection.child(mapping.name(), false))
                .filter(path -> !targets.isHidden(path));
    }
}
