package io.tidemark.version;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.namespace.ResourceView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Names for revisions. Revision ids, labels and branch ids of a resource share one namespace (protocol, section 4.1). */
@ApplicationScoped
public class Labels {

    private static final int MAX_LENGTH = 255;

    @Inject
    private RevisionIdRepository revisions;

    /** The labels of a list, separated by commas. */
    public static Set<String> split(String list) {
        Set<String> labels = new LinkedHashSet<>();
        Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels;
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
        boolean allowed = !label.isBlank()
                && label.length() <= MAX_LENGTH
                && label.indexOf(',') < 0
                && label.chars().noneMatch(Character::isISOControl)
                && !label.equals("*")
                && !label.matches("V[0-9]+")
                && !RevisionId.TIME.matcher(label).matches();
        if (!allowed) {
            throw DavException.of(409, Conditions.LABEL_ALLOWED);
        }
    }
}
