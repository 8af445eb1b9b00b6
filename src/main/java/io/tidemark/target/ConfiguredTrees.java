package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What configurations show (protocol, section 5.3). The room that keeps configurations plugs it in as a CDI bean. */
public interface ConfiguredTrees {

    /** The configuration in whose view the current request sees {@code /files/}; empty for the files themselves. */
    Optional<UUID> view();

    /** The configuration that the current request names; empty for none. */
    Optional<UUID> requested();

    /**
     * Makes sure that the configuration which the current request names is there, unless that is known.
     *
     * @throws io.tidemark.kernel.error.DavException 404 {@code no-such-configuration}
     */
    void requireRequested();

    /**
     * What a path names in the configuration whose tree it is in, or in the one that the current request names, with its body
     * if the body's row holds it.
     *
     * @return empty when it is not found so: then {@link #resolve} knows
     */
    Optional<PathRepository.Read> read(DavPath path);

    /** The same in a configuration. */
    Optional<PathRepository.Read> read(UUID configuration, DavPath path);

    /**
     * What names below a configuration's root lead to.
     *
     * @param path the path that the target is to have, which ends in these names
     */
    FilesTarget resolve(UUID configuration, DavPath path, List<String> names);

    /**
     * The number of the revision that a configuration shows at a target's path of what is mapped there.
     *
     * @param url the configuration's
     * @return empty when it shows none, and when the URL is no configuration's
     */
    Optional<Integer> revision(FilesTarget target, String url);

    /** A page of the members of a collection that a configuration shows; see {@link Subtree#members}. */
    List<Target> members(FilesTarget collection, String after, int limit);

    /** What a workspace shows at some names of a collection; of each name that any of its trees knows. */
    Map<String, Shown> shown(FilesTarget collection, Collection<String> names);

    /**
     * Makes a target ready to be changed, inside the transaction that will: the configuration then has it by itself.
     *
     * @throws io.tidemark.kernel.error.DavException 403 where nothing can be changed
     */
    FilesTarget prepare(FilesTarget target);

    /**
     * Makes something that is stored a member of a workspace at a target; a collection brings its versioned members. Missing
     * collections above it are made, which only show what is in them.
     *
     * @return the target as it is then
     * @throws io.tidemark.kernel.error.DavException 409 {@code not-versioned}, 403 where nothing can be changed
     */
    FilesTarget importMember(FilesTarget target, FilesTarget source);

    /** Completes a prepared target when its rows are locked. */
    FilesTarget complete(FilesTarget locked);
}
