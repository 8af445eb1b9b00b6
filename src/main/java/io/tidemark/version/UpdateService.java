package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.namespace.DefaultRevisions;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionsSubtree;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets URLs show other revisions, as UPDATE has it, each request in one transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UpdateService {

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private VersionedTree tree;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private DefaultRevisions defaults;

    /**
     * Lets a file's URL show the revision that is wanted.
     *
     * @return the number of that revision
     * @throws DavException 403 on a collection, 409 {@code not-versioned}, {@code must-be-checked-in} or
     *     {@code must-select-version-in-history}
     */
    @Write
    public int update(DavPath path, Preconditions preconditions, UpdateRequest wanted) {
        FilesTarget target = admission.admit(preconditions, WriteIntent.modify(path));
        if (target.isCollection()) {
            throw DavException.of(403, "A collection shows the members that it has.");
        }
        return show(target, target.versioned(), wanted);
    }

    /**
     * Does the same to the files in a collection that are under version control.
     *
     * @return the paths of those that show another revision now, no more than PROPFIND lists
     * @throws DavException as {@link VersionedTree#write}
     */
    @Write
    public List<DavPath> updateTree(DavPath path, Depth depth, Preconditions preconditions, UpdateRequest wanted) {
        List<DavPath> updated = new ArrayList<>();
        tree.write(path, depth, preconditions, member -> {
            ResourceView file = member.mapped();
            if (!file.collection() && show(member, file, wanted) != file.revision()) {
                updated.add(member.path());
            }
        });
        return updated;
    }

    private int show(FilesTarget target, ResourceView file, UpdateRequest wanted) {
        if (file.isCheckedOutInPlace()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_IN);
        }
        int number = wanted.label()
                .map(label -> revisions.labelled(file.id(), label))
                .orElseGet(() -> version(file, wanted.version().orElseThrow()))
                .orElseThrow(() -> DavException.of(409, Conditions.MUST_SELECT_VERSION_IN_HISTORY));
        // At the newest revision, a URL of the files goes along with the next one again.
        boolean newest = number == file.tip() && !(target instanceof ConfiguredTarget);
        defaults.choose(target.rowId(), file.id(), newest ? null : number);
        return number;
    }

    private Optional<Integer> version(ResourceView file, DavPath url) {
        ResourceView version =
                url.subtree().equals(RevisionsSubtree.NAME) ? targets.of(url).resource() : null;
        return Optional.ofNullable(version)
                .filter(found -> found.id().equals(file.id()))
                .map(ResourceView::revision);
    }
}
