package io.tidemark.files;

import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Namespace;
import io.tidemark.namespace.PropertySetRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.namespace.TreeCopy;
import io.tidemark.target.DefaultRevisionTracker;
import io.tidemark.target.FilesTarget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets files show again what they did (docs/history.md, Go back). */
@ApplicationScoped
public class RevisionRestore {

    @Inject
    private Namespace namespace;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private DefaultRevisionTracker tracker;

    /**
     * Makes the content and the properties of a revision the newest ones. Where they show already, nothing changes.
     *
     * @param target a file under version control, admitted
     * @param revision one of the same file
     * @throws io.tidemark.kernel.error.DavException 409 {@code cannot-modify-version-controlled-content}
     */
    public Outcome restore(FilesTarget target, ResourceView revision) {
        ResourceView file = target.mapped();
        if (isShown(file, revision)) {
            return new Outcome(false, file.body().entityTag(), file.shownRevision());
        }
        BranchPosition position = Objects.requireNonNull(target.modifiable().line());
        int number = namespace.restore(file, position, revision);
        tracker.made(target, position, number);
        return new Outcome(false, revision.body().entityTag(), number);
    }

    /** Whether a file shows all that one of its revisions did. */
    public boolean isShown(ResourceView file, ResourceView revision) {
        return file.revision() == revision.revision()
                || (TreeCopy.bodyOf(revision).isShownBy(file, Instant.now())
                        && haveSameProperties(file.propertySetId(), revision.propertySetId()));
    }

    private boolean haveSameProperties(@Nullable Long one, @Nullable Long other) {
        return Objects.equals(one, other) || propertySets.read(one).equals(propertySets.read(other));
    }
}
