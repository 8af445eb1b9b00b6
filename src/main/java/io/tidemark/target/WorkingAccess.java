package io.tidemark.target;

import org.jspecify.annotations.Nullable;

/** Whether the caller may use a working resource. The room that knows principals and roles decides. */
public interface WorkingAccess {

    /** Whether the caller may use what a principal has checked out. */
    boolean may(String principal);

    /** Whose working resources the caller may use; null for everybody's. */
    @Nullable
    String whose();
}
