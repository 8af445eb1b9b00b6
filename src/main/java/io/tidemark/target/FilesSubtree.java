package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.MemberRepository;
import io.tidemark.namespace.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    private Visibility visibility;

    @Inject
    private ConfiguredTrees configurations;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FilesTarget resolve(DavPath path) {
        Optional<UUID> requested = configurations.requested();
        if (requested.isPresent()) {
            FilesTarget target = inConfiguration(requested.get(), path);
            if (!target.isMapped()) {
                configurations.requireRequested();
            }
            return target;
        }
        PathRepository.Read<NamedTarget> found = paths.look(path);
        if (!found.configuration().equals(Resource.FILES)) {
            return inConfiguration(found.configuration(), path);
        }
        return found.target();
    }

    private FilesTarget inConfiguration(UUID configuration, DavPath path) {
        return configuration.equals(Resource.FILES)
                ? paths.resolve(path)
                : configurations.resolve(
                        configuration,
                        path,
                        path.segments().subList(1, path.segments().size()));
    }

    @Override
    public List<? extends Target> members(Target collection, String after, int limit) {
        return configurations.members((FilesTarget) collection, after, limit);
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return members.countBelow(collection.mapped().id(), limit, visibility::hidden);
    }
}
