package io.tidemark.files;

import io.tidemark.content.ContentHash;
import io.tidemark.content.ContentStore;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.VersionHeaders;
import io.tidemark.namespace.Resource;
import io.tidemark.target.ConfiguredTrees;
import io.tidemark.target.FilesSubtree;
import io.tidemark.target.NamedTarget;
import io.tidemark.target.PathRepository;
import io.tidemark.target.Target;
import io.tidemark.target.Targets;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/** Reads for GET: one statement finds a file below {@code /files/}, and brings a small body along. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReadService {

    @Inject
    private PathRepository paths;

    @Inject
    private Targets targets;

    @Inject
    private ConfiguredTrees configurations;

    @Inject
    private ContentStore store;

    /**
     * What a path names, as the revision shows it that the headers choose.
     *
     * @throws DavException 404 when it names nothing
     */
    public Read read(DavPath path, VersionHeaders revision) {
        Optional<? extends PathRepository.Read<?>> read =
                revision.isNone() && !path.isRoot() ? withBody(path) : Optional.empty();
        if (read.isPresent() && !read.get().restricted()) {
            read.get().target().mapped();
            return new Read(read.get().target(), read.get().body());
        }
        Target target = targets.existing(path, revision);
        return new Read(target, paths.body(target.resource()));
    }

    /** What is found with its body: in the files, and in what configurations show. */
    private Optional<? extends PathRepository.Read<?>> withBody(DavPath path) {
        if (!path.subtree().equals(FilesSubtree.NAME)
                || configurations.requested().isPresent()) {
            return configurations.read(path);
        }
        PathRepository.Read<NamedTarget> read = paths.resolveWithBody(path);
        return read.configuration().equals(Resource.FILES)
                ? Optional.of(read)
                : configurations.read(read.configuration(), path);
    }

    /** Opens the body of a file; what is open can be read to its end, whatever happens to the file. */
    public FileChannel open(ContentHash hash) {
        try {
            return store.open(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of members, for a listing. */
    public List<Target> members(Target collection, String after, int limit) {
        return targets.members(collection, after, limit);
    }
}
