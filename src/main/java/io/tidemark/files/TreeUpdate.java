package io.tidemark.files;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Removed;
import io.tidemark.namespace.Ending;
import io.tidemark.namespace.Mappings;
import io.tidemark.namespace.NewMember;
import io.tidemark.namespace.Overrides;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.namespace.Versioning;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * COPY of a tree over another (protocol, section 2). It goes by name and kind, deep down: a member that both trees have is
 * updated and stays itself, with its other names, its history and its locks; one that the source lacks is deleted; a new one
 * is made.
 */
@ApplicationScoped
class TreeUpdate {

    @Inject
    private Admission admission;

    @Inject
    private TreeCopy treeCopy;

    @Inject
    private MemberUpdate members;

    @Inject
    private ReplacementCheck replacements;

    @Inject
    private Mappings mappings;

    @Inject
    private Overrides written;

    @Inject
    private Event<Removed> removed;

    /** What the whole update goes by: the URL that it was asked for, and the request's conditions. */
    private record Run(CopySource source, FilesTarget top, Preconditions preconditions) {}

    /**
     * Lets a collection have the properties of another and, if {@code deep}, members like its; else none.
     *
     * @param target the collection, admitted with everything below it
     * @return the number of the revision that has the properties
     */
    int update(CopySource source, CopySource target, boolean deep, Preconditions preconditions) {
        int number = members.update(source.target(), target.target());
        members(source, target, deep, new Run(source, target.target(), preconditions));
        return number;
    }

    private void members(CopySource source, CopySource collection, boolean deep, Run run) {
        MemberPairs pairs = new MemberPairs(source, collection, deep);
        for (List<MemberPair> page = pairs.next(); !page.isEmpty(); page = pairs.next()) {
            List<MemberPair> admitted = admit(members.changing(page), run);
            admission.accountTo(collection.target().free(source.name()));
            admitted.forEach(this::apply);
            create(admitted, collection.target());
            written.forget();
            for (MemberPair pair : admitted) {
                if (pair.isUpdate() && pair.source().target().isCollection()) {
                    members(pair.source(), pair.existing(), true, run);
                }
            }
        }
    }

    /**
     * Locks what is there, and asks those who protect it. That what goes may go has been asked at the top, for all that is
     * below.
     */
    private List<MemberPair> admit(List<MemberPair> pairs, Run run) {
        List<FilesTarget> found = pairs.stream()
                .map(MemberPair::to)
                .filter(Objects::nonNull)
                .map(CopySource::target)
                .toList();
        Iterator<FilesTarget> locked = admission.admitBelow(run.top(), found).iterator();
        Set<UUID> shared = replacements.withSeveralNames(found);
        List<MemberPair> admitted = new ArrayList<>();
        for (MemberPair pair : pairs) {
            if (pair.to() == null) {
                admitted.add(pair);
                continue;
            }
            FilesTarget target = locked.next();
            if (pair.isUpdate()) {
                if (shared.contains(target.mapped().id())) {
                    replacements.checkUpdate(run.source().target(), target, true);
                }
                admission.protect(target, Effect.MODIFY, run.preconditions().submittedTokens());
            }
            admitted.add(new MemberPair(pair.from(), pair.to().at(target)));
        }
        return admitted;
    }

    private void apply(MemberPair pair) {
        if (pair.isUpdate()) {
            members.update(pair.source().target(), pair.existing().target());
        } else if (pair.isRemoval()) {
            FilesTarget member = pair.existing().target();
            mappings.unmap(member.existingParent(), member.rowId(), Ending.DELETED);
            removed.fire(new Removed(member));
        }
    }

    private void create(List<MemberPair> pairs, FilesTarget collection) {
        Versioning versioning = collection.mapped().versioning();
        List<NewMember> added = pairs.stream()
                .filter(MemberPair::isNew)
                .map(MemberPair::source)
                .map(source -> new NewMember(
                        collection.free(source.name()).existingParent(),
                        source.name(),
                        treeCopy.copy(source, true, versioning)))
                .toList();
        if (!added.isEmpty()) {
            mappings.mapAll(added, Set.of());
        }
    }
}
