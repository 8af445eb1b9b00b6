package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.PastMemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * {@code /revisions/}: every revision for ever, whatever becomes of the names that its resource had. Below a collection's
 * revision is what was in the collection then.
 */
@ApplicationScoped
public class RevisionsSubtree implements Subtree {

    /** The subtree's name. */
    public static final String NAME = "revisions";

    /** The collection of all histories. */
    public static final DavPath ROOT = DavPath.of(List.of(NAME), true);

    private static final String URN = "urn:uuid:";

    /** The subtree, a history in it, and a revision of that. */
    private static final int REVISION_DEPTH = 3;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private PastMemberRepository past;

    @Inject
    private StoredMembers stored;

    @Inject
    private Visibility visibility;

    /** The path of a resource's history, in which its revisions are. */
    public static DavPath historyPath(UUID resource) {
        return DavPath.of(List.of(NAME, resource.toString()), true);
    }

    /** The path of one revision. */
    public static DavPath revisionPath(UUID resource, int number, boolean collection) {
        return historyPath(resource).child(RevisionId.of(number), collection);
    }

    /** One revision of a resource. */
    public record Revision(UUID resource, int number) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Target resolve(DavPath path) {
        if (path.segments().size() == 1) {
            return new FixedCollection(path.asCollection(true));
        }
        UUID resource = id(path).orElse(null);
        if (resource == null) {
            return new Nothing(path);
        }
        if (path.segments().size() < REVISION_DEPTH) {
            boolean known = views.view(resource, null)
                    .filter(view -> view.versioning().enabled() && visibility.shows(resource))
                    .isPresent();
            return known ? new FixedCollection(path.asCollection(true)) : new Nothing(path);
        }
        return revision(path, resource).map(target -> below(target, path)).orElseGet(() -> new Nothing(path));
    }

    private Optional<RevisionTarget> revision(DavPath path, UUID resource) {
        OptionalInt number = RevisionId.number(path.segments().get(2));
        return number.isEmpty()
                ? Optional.empty()
                : views.revision(resource, number.getAsInt())
                        .filter(found -> found.view().versioning().enabled())
                        .map(DatedView::target);
    }

    private Target below(RevisionTarget revision, DavPath path) {
        FilesTarget at = revision;
        for (String name :
                path.segments().subList(REVISION_DEPTH, path.segments().size())) {
            Optional<MemberView> member = at.isCollection()
                    ? past.find(
                            at.mapped().id(),
                            Objects.requireNonNull(
                                    Objects.requireNonNull(revision.selection()).moment()),
                            name)
                    : Optional.empty();
            if (member.isEmpty()) {
                return new Nothing(path);
            }
            at = at.member(member.get().id(), name, member.get().resource());
        }
        return at;
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        if (collection instanceof FilesTarget revision) {
            return stored.members(revision, after, limit);
        }
        return id(collection.path())
                .map(resource -> views.list(resource, RevisionId.number(after).orElse(0), limit).stream()
                        .<Target>map(DatedView::target)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return collection.path().segments().size() == 1 ? 0 : limit + 1;
    }

    /** Which revision of which resource a path names, whether they are there or not; empty for any other path. */
    public static Optional<Revision> revision(DavPath path) {
        OptionalInt number = path.segments().size() == REVISION_DEPTH
                ? RevisionId.number(path.segments().get(2))
                : OptionalInt.empty();
        return number.isEmpty()
                ? Optional.empty()
                : id(path).map(resource -> new Revision(resource, number.getAsInt()));
    }

    /** The identity that is the second segment of a path, if it is one. */
    static Optional<UUID> id(DavPath path) {
        if (path.segments().size() == 1) {
            return Optional.empty();
        }
        String id = path.segments().get(1);
        String bare = id.startsWith(URN) ? id.substring(URN.length()) : id;
        try {
            UUID uuid = UUID.fromString(bare);
            return uuid.toString().equals(bare) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
