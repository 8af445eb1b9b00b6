package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Claim;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.guard.WriteGate;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.PathFinder;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** COPY and MOVE, each in one transaction: all of it or nothing. */
@Stateless
public class CopyMoveService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private PathFinder finder;

    @Inject
    private Namespace namespace;

    @Inject
    private TreeCopy treeCopy;

    @Inject
    private Event<Removed> removed;

    /** Copies what is mapped at {@code path}; the copy is a resource of its own. */
    public Outcome copy(DavPath path, Destination destination, Depth depth, Preconditions preconditions) {
        List<FilesTarget> admitted =
                admission.admit(preconditions, Set.of(), List.of(Claim.read(path), Claim.replace(destination.path())));
        FilesTarget source = admitted.get(0);
        FilesTarget target = admitted.get(1);
        boolean deep = source.mapped().collection() && depth == Depth.INFINITY;
        check(source, target, destination, deep);
        UUID copy = treeCopy.copy(source.mapped(), deep);
        return put(copy, target);
    }

    /**
     * Maps what is mapped at {@code path} at the destination instead.
     *
     * @throws DavException 400 for a collection without all that is in it
     */
    public Outcome move(DavPath path, Destination destination, Depth depth, Preconditions preconditions) {
        boolean collection = targets.of(path).isCollection();
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                collection ? Set.of(WriteGate.TOPOLOGY) : Set.of(),
                List.of(Claim.remove(path), Claim.replace(destination.path())));
        FilesTarget source = admitted.get(0);
        FilesTarget target = admitted.get(1);
        if (source.isRoot()) {
            throw DavException.methodNotAllowed();
        }
        if (source.mapped().collection() != collection) {
            throw new Collision();
        }
        if (collection && depth != Depth.INFINITY) {
            throw DavException.badRequest("A collection is moved with all that is in it.");
        }
        check(source, target, destination, collection);
        // The lineage knows the URL's collections only; what is moved may be above them by another of its bindings.
        if (collection
                && finder.isWithin(target.existingParent(), source.mapped().id())) {
            throw DavException.of(403, "The destination is inside the source.");
        }
        namespace.unmap(Objects.requireNonNull(source.memberId()));
        removed.fire(new Removed(source));
        return put(source.mapped().id(), target);
    }

    private Outcome put(UUID resource, FilesTarget target) {
        if (target.isMapped()) {
            namespace.unmap(Objects.requireNonNull(target.memberId()));
            removed.fire(new Removed(target));
        }
        namespace.map(target.existingParent(), target.path().name(), resource);
        return new Outcome(!target.isMapped(), null);
    }

    private static void check(FilesTarget source, FilesTarget target, Destination destination, boolean deep) {
        if (target.isRoot() || target.path().samePlace(source.path())) {
            throw DavException.of(403, "The destination is the source, or cannot be replaced.");
        }
        // By identity, not by name: a collection may be bound at several URLs.
        if (deep && target.lineage().contains(source.mapped().id())) {
            throw DavException.of(403, "The destination is inside the source.");
        }
        target.existingParent();
        if (target.isMapped() && !destination.overwrite()) {
            throw DavException.preconditionFailed();
        }
    }
}
