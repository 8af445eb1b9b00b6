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

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public FilesTarget resolve(DavPath path) {
        return paths.resolve(path);
    }

    @Override
    public List<Target> members(Target collection, String after, int limit) {
        FilesTarget files = (FilesTarget) collection;
        return members.list(files.mapped().id(), after, limit).stream()
                .<Target>map(member -> files.member(member.id(), member.name(), member.resource()))
                .toList();
    }

    @Override
    public int countBelow(Target collection, int limit) {
        return members.countBelow(((FilesTarget) collection).mapped().id(), limit);
    }
}
