package io.tidemark.files;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two trees have at a name.
 *
 * @param from what the tree that is copied has; null for nothing
 * @param to what the tree that is updated has; null for nothing
 */
record MemberPair(@Nullable CopySource from, @Nullable CopySource to) {

    /** What is copied. */
    CopySource source() {
        return Objects.requireNonNull(from);
    }

    /** What is there. */
    CopySource existing() {
        return Objects.requireNonNull(to);
    }

    /** Whether what is there is of the same kind, and is updated. */
    boolean isUpdate() {
        return from != null
                && to != null
                && from.target().isCollection() == to.target().isCollection();
    }

    /** Whether what is there goes. */
    boolean isRemoval() {
        return to != null && !isUpdate();
    }

    /** Whether what is copied comes as something new. */
    boolean isNew() {
        return from != null && !isUpdate();
    }
}
