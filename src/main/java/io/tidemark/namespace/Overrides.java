package io.tidemark.namespace;

import io.tidemark.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members that a workspace has by itself, on top of what it shows of others. */
@ApplicationScoped
public class Overrides {

    @Inject
    private OverrideRepository repository;

    @Inject
    private MemberRepository members;

    @Inject
    private RevisionRepository revisions;

    @Inject
    private PropertySetRepository propertySets;

    @Inject
    private DefaultRevisions defaults;

    @Inject
    private Namespace namespace;

    @Inject
    private Mappings mappings;

    @Inject
    private VersionControlRepository versionControl;

    @Inject
    private MembershipRevisions membership;

    @Inject
    private SittingRepository sittings;

    @Inject
    private Change change;

    /**
     * Makes a collection in the workspace's own tree.
     *
     * @param like the collection that it is laid on top of, whose properties it takes over; null for one that only shows
     *     what is in it, and is therefore under no version control
     */
    public void collection(Parent parent, String name, @Nullable ResourceView like) {
        UUID collection = like == null
                ? namespace.createCollection(null, false, Versioning.NONE)
                : namespace.createCollection(
                        propertySets.copy(like.propertySetId()), like, false, Versioning.AUTOMATIC);
        if (like != null) {
            // What it is brought with is in the revision that it is brought at.
            membership.made(collection, change.at());
        }
        mappings.map(parent, name, collection);
    }

    /**
     * Makes a collection in the workspace's own tree for one that it shows already. It is no news to those who synchronise:
     * as far as they go, it has always been there.
     */
    public void materialise(Parent parent, String name, ResourceView shown) {
        Long properties = propertySets.copy(shown.propertySetId());
        UUID collection = namespace.createCollection(properties, shown, shown.syncBoundary(), Versioning.AUTOMATIC);
        mappings.mapWithoutEvent(parent, name, collection);
    }

    /** Makes a file a member of the workspace's own tree, with the revision that it is to show. */
    public void file(Parent parent, String name, UUID resource, @Nullable Integer number) {
        mappings.map(parent, name, resource);
        sittings.close(resource, number);
        show(members.lock(parent.id(), name).id(), resource, number);
    }

    /**
     * Makes a file that the workspace shows already a member of its own tree, with the revision that it shows. The collection
     * has no other members than before, and gets no revision for that.
     */
    public void takeOver(Parent parent, String name, ResourceView shown) {
        mappings.mapWithoutEvent(parent, name, shown.id());
        sittings.close(shown.id(), shown.revision());
        show(members.lock(parent.id(), name).id(), shown.id(), shown.revision());
    }

    /** Takes a member out of the workspace's own tree. */
    public void remove(Parent parent, long memberId, Ending ending) {
        mappings.unmap(parent, memberId, ending);
    }

    /** Lets a name that shows the primary branch's newest revision go on with that one, whatever comes after it. */
    public void pin(long memberId, UUID resource, int number) {
        if (members.showsNewest(memberId)) {
            sittings.close(resource, number);
            show(memberId, resource, number);
        }
    }

    /** Puts a collection that only showed what is in it under version control, as all others of the workspace are. */
    public void bringIn(UUID collection) {
        if (!revisions.find(collection).isVersioned()) {
            versionControl.set(collection, Versioning.AUTOMATIC);
        }
    }

    /** Lets a member of a workspace's own tree show a revision. */
    public void show(long memberId, UUID resource, @Nullable Integer number) {
        defaults.choose(memberId, resource, number);
        repository.markOverridden(resource);
    }

    /** Lets go of what was written, so that a long copy does not gather in memory, where each write would look through it. */
    public void forget() {
        revisions.forget();
    }
}
