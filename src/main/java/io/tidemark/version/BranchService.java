package io.tidemark.version;

import io.tidemark.guard.Admission;
import io.tidemark.guard.Effect;
import io.tidemark.guard.Preconditions;
import io.tidemark.guard.Write;
import io.tidemark.guard.WriteIntent;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.Targets;
import io.tidemark.target.Visibility;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes branches, in one transaction each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BranchService {

    private static final int PAGE = 500;

    @Inject
    private Admission admission;

    @Inject
    private Targets targets;

    @Inject
    private Visibility visibility;

    @Inject
    private Labels labels;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private Namespace namespace;

    /** A branch's id, and the number of its first revision. */
    public record Branched(String id, int revision) {}

    /**
     * Begins a branch at a revision; of a collection, at everything below that is versioned and that the caller may change, under
     * the same name.
     *
     * @throws DavException 409 when the name is taken anywhere, or {@code not-versioned}
     */
    @Write
    public Branched branch(
            DavPath path,
            VersionHeaders base,
            Preconditions preconditions,
            Optional<String> label,
            Optional<String> comment) {
        ResourceView found = targets.of(path).resource();
        Set<UUID> alone = found != null && found.collection() ? Set.of(found.id()) : Set.of();
        FilesTarget target = admission
                .admit(
                        preconditions,
                        alone,
                        List.of(WriteIntent.read(path).of(base).wherever()))
                .get(0);
        ResourceView resource = target.versioned();
        admission.protect(target, Effect.RESERVE, preconditions.submittedTokens());
        String id = label.orElseGet(() -> freeName(resource));
        labels.checkFree(resource, id);
        int first = namespace.branch(resource, id, comment.orElse(null));
        if (resource.collection()) {
            branchBelow(target, id, comment.orElse(null));
        }
        return new Branched(id, first);
    }

    private void branchBelow(FilesTarget root, String id, @Nullable String comment) {
        Set<UUID> branched = new HashSet<>(Set.of(root.mapped().id()));
        Deque<FilesTarget> pending = new ArrayDeque<>(List.of(root));
        while (!pending.isEmpty()) {
            FilesTarget collection = pending.pop();
            boolean changes = visibility.mayChange(collection);
            for (List<FilesTarget> page : targets.pages(collection, PAGE)) {
                for (FilesTarget member : page) {
                    ResourceView resource = member.mapped();
                    if (!branched.add(resource.id())) {
                        continue;
                    }
                    boolean may = resource.collection() ? visibility.mayChange(member) : changes;
                    if (resource.versioning().enabled() && may) {
                        labels.checkFree(resource, id);
                        namespace.branch(resource, id, comment);
                    }
                    if (resource.collection()) {
                        pending.push(member);
                    }
                }
            }
        }
    }

    private String freeName(ResourceView resource) {
        int number = 1;
        while (revisions.number(resource, "branch-" + number).isPresent()) {
            number++;
        }
        return "branch-" + number;
    }
}
