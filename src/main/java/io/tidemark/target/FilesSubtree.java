package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /files/}: the users' namespace. */
@ApplicationScoped
public class FilesSubtree implements Subtree {

    /** The subtree's name. */
    public static final String NAME = "files";

    @Inject
    private PathRepository paths;

    @Inject
    private MemberRepository members;

    @Inject
    private StoredMembers stored;

    @Inject
    private ConfiguredTrees configurations;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FilesTarget resolve(DavPath path) {
        List<String> names = path.segments().subList(1, path.segments().size());
        return configurations
                .view()
                .map(configuration -> configurations.resolve(configuration, path, names))
                .orElseGet(() -> paths.resolve(path));
    }

    @Override
    public List<Target> members(Target collection, String after, int limit) {
        FilesTarget files = (FilesTarget) collection;
        return files.isConfigured() ? configurations.members(files, after, limit) : stored.members(files, after, limit);
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return members.countBelow(((FilesTarget) collection).mapped().id(), limit);
    }
}
