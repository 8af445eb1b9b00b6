package io.tidemark.namespace;

import io.tidemark.content.KeptBody;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a path leads through one of the trees that a workspace is made of, as far as it does.
 *
 * @param root the tree's root
 * @param steps what the tree has at each name
 * @param shown what it has at the last name; null for nothing
 * @param body what its content's row has, if that was asked for
 * @param restricted whether there may be something that the caller is not to see; only a walk that asks for bodies says so
 */
public record WorkspacePath(
        Layer root, List<Step> steps, @Nullable ResourceView shown, KeptBody body, boolean restricted) {

    /**
     * What a tree has at a name.
     *
     * @param memberId the row of the name; null for none
     * @param hides whether what the trees behind have there does not show
     * @param resource what is mapped there; null for nothing
     * @param versioning how it is versioned
     */
    public record Step(
            @Nullable Long memberId,
            boolean hides,
            @Nullable UUID resource,
            boolean collection,
            Versioning versioning) {}
}
