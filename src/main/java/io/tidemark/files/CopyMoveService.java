package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteGate;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.namespace.VersionControlRepository;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import io.tidemark.target.WorkingTarget;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** COPY and MOVE, each in one transaction: all of it or nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CopyMoveService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private Ancestors ancestors;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private TreeCopy treeCopy;

    @Inject
    private Replacement replacement;

    @Inject
    private RevisionRestore restores;

    @Inject
    private ReplacementCheck replacements;

    @Inject
    private TreeUpdate updates;

    @Inject
    private VersionControlRepository versionControl;

    @Inject
    private SafeSaves saves;

    @Inject
    private Event<Removed> removed;

    @Inject
    @ConfigProperty(name = "tidemark.copy.max-members", defaultValue = "100000")
    private int maxCopied;

    /**
     * Copies what is mapped at {@code path}, or a revision of it. At a free name the copy is a resource of its own; what is
     * there of the same kind is updated, and stays itself (RFC 5842, section 2.3).
     *
     * @throws DavException 403 for a destination that is the source, in it or around it; 507 {@code too-many-members} for a larger
     *     tree than is copied at once
     */
    @Write
    public Outcome copy(
            DavPath path, VersionHeaders revision, Destination destination, Depth depth, Preconditions preconditions) {
        boolean collection = targets.of(path).isCollection();
        WriteIntent intent = WriteIntent.copyTo(destination.path(), collection);
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                overCollection(destination) ? Set.of(WriteGate.TOPOLOGY) : Set.of(),
                List.of(WriteIntent.read(path).of(revision).wherever(), intent));
        FilesTarget source = admitted.get(0);
        FilesTarget target = admitted.get(1);
        confirm(source, collection);
        if (source instanceof WorkingTarget) {
            throw DavException.methodNotAllowed();
        }
        boolean deep = collection && depth == Depth.INFINITY;
        check(source, target, destination, deep);
        replacements.checkUpdate(source, target, deep);
        return copy(source, target, deep, preconditions);
    }

    /**
     * Copies a revision of a file onto the file itself, which shows it again then.
     *
     * @throws DavException 409 {@code not-versioned}
     */
    @Write
    public Outcome restore(
            DavPath path, VersionHeaders revision, Destination destination, Preconditions preconditions) {
        if (targets.of(path) instanceof FilesTarget file && file.isFile()) {
            file.versioned();
        }
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                Set.of(),
                List.of(WriteIntent.read(path).of(revision), WriteIntent.modify(destination.path())));
        FilesTarget target = admitted.get(1);
        if (target.isCollection()) {
            throw DavException.of(403, "A collection is restored by POST.");
        }
        target.versioned();
        if (!destination.overwrite()) {
            throw DavException.preconditionFailed();
        }
        return restores.restore(target, admitted.get(0).mapped());
    }

    private Outcome copy(FilesTarget source, FilesTarget target, boolean deep, Preconditions preconditions) {
        if (source.isFile() && target.isFile()) {
            return replacement.replace(target.modifiable(), source.mapped());
        }
        CopySource copied = new CopySource(targets, source, new CopyCount(maxCopied));
        if (target.isCollection() && source.isCollection()) {
            CopySource updated = new CopySource(targets, target, new CopyCount(maxCopied));
            int number = updates.update(copied, updated, deep, preconditions);
            return new Outcome(false, null, target.mapped().versioning().enabled() ? number : 0);
        }
        Versioning versioning = target.existingParent().versioning();
        return put(treeCopy.copy(copied, deep, versioning), target, versioning.enabled() ? 1 : 0);
    }

    /**
     * Maps what is mapped at {@code path} at the destination instead. What has no history yet is checked in when it comes
     * over a file that has one: so editors save (protocol, section 4.3).
     *
     * @throws DavException 400 for a collection without all that is in it
     */
    @Write
    public Outcome move(
            DavPath path, Destination destination, Depth depth, Preconditions preconditions, SafeSave wish) {
        Target found = targets.of(path);
        boolean collection = found.isCollection();
        boolean save = saves.isSave(found, wish);
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                collection || overCollection(destination) ? Set.of(WriteGate.TOPOLOGY) : Set.of(),
                List.of(WriteIntent.remove(path), intent(destination, !save)));
        FilesTarget source = admitted.get(0);
        FilesTarget target = admitted.get(1);
        if (source.isRoot()) {
            throw DavException.methodNotAllowed();
        }
        confirm(source, collection);
        if (source instanceof ConfiguredTarget in && in.isMerged()) {
            throw DavException.of(403, Conditions.INHERITED_MEMBERS);
        }
        if (collection && depth != Depth.INFINITY) {
            throw DavException.badRequest("A collection is moved with all that is in it.");
        }
        check(source, target, destination, collection);
        if (!source.isInSameConfiguration(target)) {
            throw DavException.of(403, "What is in a configuration is copied to another, not moved.");
        }
        // The lineage knows the URL's collections only; what is moved may be above them by another of its bindings.
        if (collection
                && ancestors.isWithin(
                        target.existingParent().id(), source.mapped().id())) {
            throw DavException.of(403, "The destination is inside the source.");
        }
        if (saves.isSave(source, wish) != save) {
            throw new Collision();
        }
        if (save && WriteIntent.takesOver(target)) {
            Outcome outcome = replacement.replace(target.modifiable(), source.mapped());
            take(source, Ending.ABSORBED);
            saves.forget(source.mapped());
            return outcome;
        }
        int revision = namespace.recordMove(source.modifiable().mapped(), source.line(), source.href());
        take(source, Ending.MOVED);
        boolean versioned = inherit(source.mapped(), target.existingParent().versioning());
        return put(source.mapped().id(), target, versioned ? revision : 0);
    }

    /** What is above a collection that is replaced or updated must not change meanwhile: the source may be in it. */
    private boolean overCollection(Destination destination) {
        return targets.of(destination.path()).isCollection();
    }

    private static WriteIntent intent(Destination destination, boolean replace) {
        return replace ? WriteIntent.replace(destination.path()) : WriteIntent.overwrite(destination.path());
    }

    private static void confirm(FilesTarget source, boolean collection) {
        if (source.mapped().collection() != collection) {
            throw new Collision();
        }
    }

    /** What comes into a collection under version control is so from then on; says whether it is. */
    private boolean inherit(ResourceView resource, Versioning versioning) {
        if (versioning.enabled() && !resource.versioning().enabled()) {
            versionControl.adopt(resource, versioning);
        }
        return versioning.enabled() || resource.versioning().enabled();
    }

    private void take(FilesTarget target, Ending ending) {
        mappings.unmap(target.existingParent(), target.rowId(), ending);
        removed.fire(new Removed(target));
    }

    private Outcome put(UUID resource, FilesTarget target, int revision) {
        if (target.isMapped()) {
            take(target, Ending.DELETED);
        }
        mappings.map(target.existingParent(), target.path().name(), resource, revision);
        return new Outcome(!target.isMapped(), null, revision);
    }

    private void check(FilesTarget source, FilesTarget target, Destination destination, boolean deep) {
        if (target.isRoot() || target.isSameName(source)) {
            throw DavException.of(403, "The destination is the source, or cannot be replaced.");
        }
        replacements.check(source, target);
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
