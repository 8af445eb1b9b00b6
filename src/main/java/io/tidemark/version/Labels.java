package io.tidemark.version;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.RevisionNoteRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names for revisions. Revision ids, labels and branch ids of a resource share one namespace (protocol, section 4.1). */
@ApplicationScoped
public class Labels {

    /** Each is looked up; so many in one list are a load, not a wish. */
    private static final int MAX_IN_LIST = 1_000;

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private RevisionNoteRepository notes;

    @Inject
    private Principal caller;

    @Inject
    @ConfigProperty(name = "tidemark.versioning.max-labels-per-user", defaultValue = "100000")
    private int maxPerUser;

    /**
     * The labels of a list, separated by commas.
     *
     * @throws DavException 507 {@code too-many-labels}
     */
    public static Set<String> split(String list) {
        Set<String> labels = new LinkedHashSet<>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        if (labels.size() > MAX_IN_LIST) {
            throw DavException.of(507, Conditions.TOO_MANY_LABELS);
        }
        return labels;
    }

    /**
     * Lets the caller through, who gives a revision labels.
     *
     * @throws DavException 507 {@code too-many-labels}
     */
    public void checkRoom(ResourceView revision, Set<String> wanted) {
        int more = added(revision, wanted).size();
        if (more > 0 && notes.reachesLabels(Math.max(0, maxPerUser + 1 - more), caller.getName())) {
            throw DavException.of(507, Conditions.TOO_MANY_LABELS);
        }
    }

    /** Gives a revision labels that were let through, and takes those away that it has besides. */
    public void set(ResourceView revision, Set<String> wanted) {
        notes.labels(revision).stream()
                .filter(label -> !wanted.contains(label))
                .forEach(label -> notes.removeLabel(revision, label));
        add(revision, wanted);
    }

    /** Gives a revision labels that were let through, besides those that it has. */
    public void add(ResourceView revision, Set<String> wanted) {
        notes.addLabels(revision, added(revision, wanted), caller.getName());
    }

    private Set<String> added(ResourceView revision, Set<String> wanted) {
        Set<String> added = new LinkedHashSet<>(wanted);
        added.removeAll(notes.labels(revision));
        return added;
    }

    /**
     * Lets a name through that a revision of a resource may have.
     *
     * @throws DavException 409 {@code label-allowed} for a reserved form, {@code label-taken} when another has it
     */
    public void check(ResourceView revision, String label) {
        checkForm(label);
        Optional<Integer> holder = revisions.number(revision, label);
        boolean own = holder.isPresent()
                && holder.get() == revision.revision()
                && revisions.labelled(revision.id(), label).isPresent();
        if (holder.isPresent() && !own) {
            throw DavException.of(409, Conditions.LABEL_TAKEN);
        }
    }

    /**
     * Lets a name through that nothing of a resource has yet: for a new branch.
     *
     * @throws DavException 409 as {@link #check}
     */
    public void checkFree(ResourceView resource, String name) {
        checkForm(name);
        if (revisions.number(resource, name).isPresent()) {
            throw DavException.of(409, Conditions.LABEL_TAKEN);
        }
    }

    private static void checkForm(String label) {
        if (!RevisionId.canBeLabel(label)) {
            throw DavException.of(409, Conditions.LABEL_ALLOWED);
        }
    }
}
