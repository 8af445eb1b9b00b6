package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteGate;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.sql.Collision;
import io.tidemark.namespace.Ancestors;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Maps resources that are mapped already: BIND and MKREF leave the mapping that they start from, REBIND takes it away. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BindingService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees trees;

    @Inject
    private Ancestors ancestors;

    @Inject
    private ReplacementCheck replacements;

    @Inject
    private Mappings mappings;

    @Inject
    private Event<Removed> removed;

    /**
     * Maps the source's resource at another path, too; or at last again, when the source is a revision of what was deleted.
     *
     * @throws DavException 409 {@code bind-source-exists}, {@code not-deleted} for a revision of what is mapped, {@code bind-into-collection} or {@code cycle-allowed}, 412
     *     {@code can-overwrite}
     */
    @Write
    public Outcome bind(Binding binding, Preconditions preconditions) {
        if (targets.of(binding.path()) instanceof ConfiguredTarget) {
            return bring(binding, preconditions);
        }
        boolean collection = isCollection(binding.source());
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                collection || isCollection(binding.path()) ? Set.of(WriteGate.TOPOLOGY) : Set.of(),
                List.of(WriteIntent.replace(binding.path()), source(binding.source())));
        FilesTarget target = admitted.get(0);
        FilesTarget source = admitted.get(1);
        if (!source.isMapped()) {
            throw DavException.of(409, Conditions.BIND_SOURCE_EXISTS);
        }
        if (!source.isAtName()) {
            checkDeleted(source.mapped());
        }
        admission.protect(source, Effect.RESERVE, preconditions.submittedTokens());
        requireSameConfiguration(source, target);
        if (source.mapped().collection() != collection) {
            throw new Collision();
        }
        replacements.check(source, target);
        return map(source.mapped().id(), target, binding);
    }

    /**
     * Maps the source's resource at another path instead.
     *
     * @throws DavException as {@link #bind}
     */
    @Write
    public Outcome rebind(Binding binding, Preconditions preconditions) {
        boolean collection = isCollection(binding.source());
        List<FilesTarget> admitted = admission.admit(
                preconditions,
                collection || isCollection(binding.path()) ? Set.of(WriteGate.TOPOLOGY) : Set.of(),
                List.of(WriteIntent.replace(binding.path()), WriteIntent.remove(binding.source())));
        FilesTarget target = admitted.get(0);
        FilesTarget source = admitted.get(1);
        if (!source.isMapped() || source.isRoot()) {
            throw DavException.of(409, Conditions.REBIND_SOURCE_EXISTS);
        }
        if (source instanceof ConfiguredTarget || target instanceof ConfiguredTarget) {
            throw DavException.of(403, "What a configuration shows is moved by MOVE.");
        }
        if (source.mapped().collection() != collection) {
            throw new Collision();
        }
        if (source.isSameName(target)) {
            return Outcome.of(false);
        }
        requireSameConfiguration(source, target);
        replacements.check(source, target);
        mappings.unmap(source.existingParent(), source.rowId(), Ending.MOVED);
        removed.fire(new Removed(source));
        return map(source.mapped().id(), target, binding);
    }

    /** In a workspace, what is mapped is a member with the revision that the source shows. */
    private Outcome bring(Binding binding, Preconditions preconditions) {
        List<FilesTarget> admitted = admission.admit(
                preconditions, Set.of(), List.of(WriteIntent.read(binding.path()), source(binding.source())));
        FilesTarget source = admitted.get(1);
        if (!source.isMapped() || source instanceof ConfiguredTarget) {
            throw DavException.of(409, Conditions.BIND_SOURCE_EXISTS);
        }
        if (!(admitted.get(0) instanceof ConfiguredTarget target)) {
            throw new Collision();
        }
        replacements.check(source, target);
        if (target.isMapped() && !binding.overwrite()) {
            throw DavException.of(412, Conditions.CAN_OVERWRITE);
        }
        admission.protect(source, Effect.RESERVE, preconditions.submittedTokens());
        FilesTarget imported = trees.importMember(target, source);
        admission.protect(imported, Effect.MEMBERSHIP, preconditions.submittedTokens());
        return new Outcome(!target.isMapped(), null, imported.mapped().shownRevision());
    }

    /** A revision's URL stands for its resource, which is bound again if it was deleted. */
    private WriteIntent source(DavPath path) {
        if (!path.subtree().equals(RevisionsSubtree.NAME)) {
            return WriteIntent.read(path);
        }
        if (!(targets.of(path) instanceof FilesTarget)) {
            throw DavException.of(409, Conditions.BIND_SOURCE_EXISTS);
        }
        return WriteIntent.read(path).wherever();
    }

    private void checkDeleted(ResourceView resource) {
        if (!resource.versioning().enabled()) {
            throw DavException.of(409, Conditions.NOT_VERSIONED);
        }
        if (ancestors.isInFiles(resource.id())) {
            throw DavException.of(409, Conditions.NOT_DELETED);
        }
    }

    /** What a workspace shows comes to other places by COPY, with the revision that it shows. */
    private static void requireSameConfiguration(FilesTarget source, FilesTarget target) {
        if (!source.isInSameConfiguration(target)) {
            throw DavException.conflict("What is in a configuration is copied to another, not bound there.");
        }
    }

    private boolean isCollection(DavPath source) {
        return targets.of(source).isCollection();
    }

    private Outcome map(UUID resource, FilesTarget target, Binding binding) {
        if (target.isRoot()) {
            throw DavException.of(403, "The users' namespace itself cannot be replaced.");
        }
        if (target.parent() == null) {
            throw DavException.of(409, Conditions.BIND_INTO_COLLECTION);
        }
        if (ancestors.isWithin(target.existingParent().id(), resource)) {
            throw DavException.of(409, Conditions.CYCLE_ALLOWED);
        }
        if (target.isMapped()) {
            if (!binding.overwrite()) {
                throw DavException.of(412, Conditions.CAN_OVERWRITE);
            }
            if (target.mapped().id().equals(resource)) {
                return Outcome.of(false);
            }
            mappings.unmap(target.existingParent(), target.rowId(), Ending.DELETED);
            removed.fire(new Removed(target));
        }
        mappings.map(target.existingParent(), target.path().name(), resource);
        return Outcome.of(!target.isMapped());
    }
}
