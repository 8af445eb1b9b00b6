package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import io.tidemark.namespace.CheckoutView;
import io.tidemark.namespace.ResourceView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A working resource, which has neither name nor revisions.
 *
 * @param checkout what it is for, and where that was checked out
 */
public record WorkingTarget(DavPath path, ResourceView resource, CheckoutView checkout) implements FilesTarget {

    @Override
    public List<UUID> ancestors() {
        return List.of();
    }

    @Override
    public WorkingTarget select(ResourceView view, @Nullable Selection selected) {
        return new WorkingTarget(path, view, checkout);
    }
}
