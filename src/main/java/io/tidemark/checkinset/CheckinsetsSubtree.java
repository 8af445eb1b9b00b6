package io.tidemark.checkinset;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Resource;
import io.tidemark.namespace.ResourceView;
import io.tidemark.target.FilesTarget;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.Nothing;
import io.tidemark.target.RevisionViewRepository;
import io.tidemark.target.Selection;
import io.tidemark.target.StoredMembers;
import io.tidemark.target.Subtree;
import io.tidemark.target.Target;
import io.tidemark.target.TreeRepository;
import io.tidemark.target.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /checkinsets/}: a collection for each workspace, in it the workspace's sets, and in them their revisions. */
@ApplicationScoped
public class CheckinsetsSubtree implements Subtree {

    @Inject
    private RevisionViewRepository views;

    @Inject
    private TreeRepository trees;

    @Inject
    private StoredMembers stored;

    @Inject
    private MemberRepository members;

    @Inject
    private Visibility visibility;

    @Override
    public String name() {
        return CheckinSetPath.NAME;
    }

    @Override
    public Target resolve(DavPath path) {
        ResourceView view = views.view(Resource.CHECKINSETS, null).orElseThrow();
        FilesTarget root = new NamedTarget(DavPath.of(List.of(CheckinSetPath.NAME), true), List.of(), null, null, view);
        if (path.segments().size() == 1) {
            return root;
        }
        DavPath bare = path.asCollection(false);
        FilesTarget found = trees.resolve(root, List.of(bare)).at(bare);
        if (!found.isMapped()) {
            return new Nothing(path);
        }
        return CheckinSetPath.isMember(path) ? found.select(found.mapped(), Selection.REVISION) : found;
    }

    /** Sets have properties of their own; all else comes to be by what is done elsewhere. */
    @Override
    public boolean isWritable(DavPath path) {
        return CheckinSetPath.isSet(path);
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        return stored.members((FilesTarget) collection, after, limit);
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return members.countBelow(collection.mapped().id(), limit, visibility::hidden);
    }
}
