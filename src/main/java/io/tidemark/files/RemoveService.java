package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.SafeSave;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes mappings away, each in one transaction; at the same cost, however much is below. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemoveService {

    @Inject
    private Admission admission;

    @Inject
    private Mappings mappings;

    @Inject
    private MemberRepository members;

    @Inject
    private Targets targets;

    @Inject
    private Visibility visibility;

    @Inject
    private SafeSaves saves;

    @Inject
    private Event<Removed> removed;

    /**
     * DELETE. Of a file that an editor had moved aside, it gives the file its name and its history back.
     *
     * @throws DavException 400 for a collection without all that is in it
     */
    @Write
    public void delete(DavPath path, Depth depth, Preconditions preconditions, SafeSave wish) {
        List<WriteIntent> intents = new ArrayList<>(List.of(WriteIntent.remove(path)));
        saves.successor(targets.of(path), wish).ifPresent(intents::add);
        List<FilesTarget> admitted = admission.admit(preconditions, Set.of(), intents);
        FilesTarget target = admitted.get(0);
        if (target.isCollection() && depth != Depth.INFINITY) {
            throw DavException.badRequest("A collection is deleted with all that is in it.");
        }
        boolean merged = admitted.size() > 1 && target.isFile() && saves.mergeBack(target, admitted.get(1), wish);
        remove(target, merged ? Ending.MOVED : Ending.DELETED);
    }

    /**
     * UNBIND: like DELETE, but named by the collection and a segment.
     *
     * @throws DavException 409 {@code unbind-source-exists} when nothing is bound there
     */
    @Write
    public void unbind(DavPath path, Preconditions preconditions) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.remove(path));
        if (!target.isMapped()) {
            throw DavException.of(409, Conditions.UNBIND_SOURCE_EXISTS);
        }
        remove(target, Ending.DELETED);
    }

    /**
     * DELREF: takes a mapping away, but never the last that leads to a resource; those that do not show count as none.
     *
     * @throws DavException 409 {@code last-reference}
     */
    @Write
    public void delref(DavPath path, Preconditions preconditions) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.remove(path));
        long references = members.mappingsOf(target.mapped().id()).stream()
                .filter(mapping -> visibility
                        .path(mapping.collectionId())
                        .filter(collection -> collection.subtree().equals(FilesSubtree.NAME))
                        .isPresent())
                .count();
        if (references <= 1 && !(target instanceof ConfiguredTarget)) {
            throw DavException.of(409, Conditions.LAST_REFERENCE);
        }
        remove(target, Ending.DEREFERENCED);
    }

    private void remove(FilesTarget target, Ending ending) {
        target.mapped();
        if (target.isRoot()) {
            throw DavException.methodNotAllowed();
        }
        mappings.unmap(target.existingParent(), target.rowId(), ending);
        removed.fire(new Removed(target));
    }
}
