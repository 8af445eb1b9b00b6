package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trees of dynamic configurations (protocol, section 5.5). The room that knows selection rules plugs it in as a CDI bean. */
public interface DynamicTrees {

    /** Whether a configuration is known to be dynamic, without asking. */
    boolean isKnown(UUID configuration);

    /**
     * What names below a dynamic configuration's root lead to.
     *
     * @param path the path that the target is to have, which ends in these names
     */
    ConfiguredTarget resolve(UUID configuration, DavPath path, List<String> names);

    /** The same with the body of what shows, if the body's row holds it; empty when nothing does. */
    Optional<PathRepository.Read<ConfiguredTarget>> read(UUID configuration, DavPath path, List<String> names);

    /** A page of the members of a collection in such a tree; see {@link io.tidemark.target.Subtree#members}. */
    List<ConfiguredTarget> members(ConfiguredTarget collection, String after, int limit);
}
