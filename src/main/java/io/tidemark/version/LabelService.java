package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.Depth;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.kernel.xml.Rfc3253;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Names revisions one label at a time, as clients of RFC 3253 do. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LabelService {

    @Inject
    private Admission admission;

    @Inject
    private VersionedTree tree;

    @Inject
    private Targets targets;

    @Inject
    private Labels labels;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private RevisionNoteRepository notes;

    /**
     * Adds a label to a revision, sets it there wherever it was, or removes it.
     *
     * @return the revision's number
     * @throws DavException 409 {@code not-versioned}, {@code must-be-checked-in}, {@code add-must-be-new-label},
     *     {@code label-must-exist}, or as {@link Labels#check} and {@link Labels#checkRoom}
     */
    @Write
    public int label(DavPath path, VersionHeaders headers, Preconditions preconditions, LabelRequest wanted) {
        FilesTarget target = admission.admit(
                preconditions, WriteIntent.modify(path).of(headers).wherever());
        return label(target.versioned(), wanted);
    }

    /**
     * Does the same to a collection and its members, each resource once, whatever its names.
     *
     * @param headers which revision of each
     * @throws DavException as {@link VersionedTree#write}
     */
    @Write
    public void labelTree(
            DavPath path, Depth depth, VersionHeaders headers, Preconditions preconditions, LabelRequest wanted) {
        Set<UUID> labelled = new HashSet<>();
        tree.write(path, depth, preconditions, member -> {
            if (labelled.add(member.mapped().id())) {
                label(((FilesTarget) targets.select(member, headers)).mapped(), wanted);
            }
        });
    }

    private int label(ResourceView revision, LabelRequest wanted) {
        if (revision.isCheckedOutInPlace()) {
            throw DavException.of(409, Conditions.MUST_BE_CHECKED_IN);
        }
        String label = wanted.label();
        Optional<Integer> holder = revisions.labelled(revision.id(), label);
        if (wanted.action().equals(Rfc3253.REMOVE)) {
            if (holder.filter(number -> number == revision.revision()).isEmpty()) {
                throw DavException.of(409, Conditions.LABEL_MUST_EXIST);
            }
            notes.removeLabel(revision, label);
            return revision.revision();
        }
        if (wanted.action().equals(Rfc3253.ADD) && holder.isPresent()) {
            throw DavException.of(409, Conditions.ADD_MUST_BE_NEW_LABEL);
        }
        holder.flatMap(number -> views.view(revision.id(), number)).ifPresent(view -> notes.removeLabel(view, label));
        labels.checkFree(revision, label);
        labels.checkRoom(revision, Set.of(label));
        labels.add(revision, Set.of(label));
        return revision.revision();
    }
}
