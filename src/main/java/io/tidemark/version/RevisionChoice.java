package io.tidemark.version;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.http.RevisionPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.MemberView;
import io.tidemark.namespace.PastMemberRepository;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.ConfiguredTarget;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.DatedView;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.PathRepository;
import io.tidemark.target.RevisionSelector;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Selection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds revisions by what headers call them (protocol, section 4.2). */
@ApplicationScoped
public class RevisionChoice implements RevisionSelector {

    @Inject
    private RevisionIdRepository revisions;

    @Inject
    private PathRepository paths;

    @Inject
    private RevisionViewRepository views;

    @Inject
    private PastMemberRepository past;

    @Inject
    private ConfiguredTrees configurations;

    @Override
    public FilesTarget walk(DavPath path, RevisionPath steps) {
        if (!path.subtree().equals(FilesSubtree.NAME) || !steps.leadsAlong(path)) {
            throw DavException.badRequest("The Revision-Path leads elsewhere than the request's URL.");
        }
        FilesTarget at = paths.resolve(DavPath.of(List.of(FilesSubtree.NAME), true));
        for (RevisionPath.Step step : steps.steps()) {
            at = step(at, step);
        }
        return at;
    }

    private FilesTarget step(FilesTarget collection, RevisionPath.Step step) {
        Selection selection = collection.selection();
        Instant moment = selection == null || selection.moment() == null ? Instant.now() : selection.moment();
        MemberView member =
                past.find(collection.mapped().id(), moment, step.name()).orElseThrow(DavException::notFound);
        ResourceView shown = views.view(member.resource().id(), null).orElseThrow(DavException::notFound);
        FilesTarget target = new NamedTarget(
                collection.path().child(step.name(), shown.collection()),
                collection.lineage(),
                collection.asParent(),
                member.id(),
                shown);
        return step.revision().map(id -> revision(target, id)).orElse(target);
    }

    @Override
    public FilesTarget select(FilesTarget target, VersionHeaders headers) {
        FilesTarget selected = target;
        if (headers.branch().isPresent()) {
            selected = onBranch(selected, headers.branch().get(), headers);
        }
        if (headers.revision().isPresent() && !headers.all()) {
            selected = revision(selected, headers.revision().get());
        }
        if (target instanceof ConfiguredTarget
                && target.mapped().revision() != selected.mapped().revision()) {
            throw noSuchRevision();
        }
        return selected;
    }

    /** The same target as one revision shows it. */
    FilesTarget revision(FilesTarget target, RevisionId id) {
        if (id instanceof RevisionId.AtTime time) {
            return at(target, time.time());
        }
        if (id instanceof RevisionId.Named named) {
            return named(target, named.name());
        }
        if (id instanceof RevisionId.Labelled labelled) {
            return labelled(target, labelled.label());
        }
        throw DavException.badRequest("One revision is meant.");
    }

    /** What is not under version control, or a revision itself, has no other for a label (RFC 3253, section 8.3). */
    private FilesTarget labelled(FilesTarget target, String label) {
        ResourceView resource = target.mapped();
        if (!target.isAtName() || !resource.versioning().enabled()) {
            return target;
        }
        int number = revisions
                .labelled(resource.id(), label)
                .orElseThrow(() -> DavException.of(409, Conditions.MUST_SELECT_VERSION_IN_HISTORY));
        return numbered(target, number);
    }

    /** The number of the revision that a name stands for: its own id, a label, or a branch's id for its newest, a configuration's URL. */
    int number(FilesTarget target, String name) {
        ResourceView resource = target.mapped();
        if (!resource.versioning().enabled()) {
            throw noSuchRevision();
        }
        return revisions
                .number(resource, name)
                .or(() -> configurations.revision(target, name))
                .orElseThrow(RevisionChoice::noSuchRevision);
    }

    private FilesTarget named(FilesTarget target, String name) {
        ResourceView resource = target.mapped();
        if (!resource.versioning().enabled()) {
            throw noSuchRevision();
        }
        return chosen(
                target,
                revisions
                        .named(resource, name)
                        .or(() -> configurations
                                .revision(target, name)
                                .flatMap(number -> views.revision(resource.id(), number))));
    }

    private FilesTarget numbered(FilesTarget target, int number) {
        return chosen(target, views.revision(target.mapped().id(), number));
    }

    private static FilesTarget chosen(FilesTarget target, Optional<DatedView> found) {
        DatedView revision = found.orElseThrow(RevisionChoice::noSuchRevision);
        return target.select(revision.view(), revision.selection());
    }

    private FilesTarget at(FilesTarget target, Instant time) {
        ResourceView resource = target.mapped();
        if (!resource.versioning().enabled()) {
            if (!resource.collection()) {
                throw noSuchRevision();
            }
            return target.select(resource, Selection.at(time));
        }
        Long member = target.isAtName() ? target.memberId() : null;
        ResourceView view = revisions
                .viewAt(resource.id(), member, time)
                .orElseThrow(RevisionChoice::noSuchRevision)
                .view();
        return target.select(view, view.collection() ? Selection.at(time) : Selection.REVISION);
    }

    private FilesTarget onBranch(FilesTarget target, String id, VersionHeaders headers) {
        BranchPosition position = revisions
                .line(target.mapped(), id)
                .filter(found -> target.mapped().versioning().enabled())
                .orElseThrow(RevisionChoice::noSuchRevision);
        if (headers.revision().orElse(null) instanceof RevisionId.Named named) {
            int number = number(target, named.name());
            if (!revisions.isOn(target.mapped().id(), number, position)) {
                throw DavException.conflict("The revision is not on that branch.");
            }
            return target;
        }
        ResourceView view =
                views.view(target.mapped().id(), position.tip()).orElseThrow(RevisionChoice::noSuchRevision);
        return target.select(view, Selection.of(position));
    }

    static DavException noSuchRevision() {
        return DavException.of(404, Conditions.NO_SUCH_REVISION);
    }
}
