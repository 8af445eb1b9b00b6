package io.tidemark.target;

import io.tidemark.namespace.BranchPosition;
import io.tidemark.namespace.Sheet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a configuration shows what is stored.
 *
 * @param configuration which configuration
 * @param sheets of a collection, the collections that it is made of, nearest first; none for what is no collection
 * @param branch the number of the workspace's own branch of the resource, if there is one and the request writes
 */
public record Configured(
        UUID configuration, List<Sheet> sheets, @Nullable Integer branch) {

    /** Where the workspace puts a new revision: onto a branch of its own, after the revision that it shows. */
    BranchPosition line(int shown) {
        return branch == null ? BranchPosition.opening(branchId(), shown) : new BranchPosition(branch, shown);
    }

    /** The id of the workspace's own branch of whatever resource. */
    public String branchId() {
        return configuration.toString();
    }

    /** As a request that reads sees it. */
    public Configured(UUID configuration, List<Sheet> sheets) {
        this(configuration, sheets, null);
    }
}
