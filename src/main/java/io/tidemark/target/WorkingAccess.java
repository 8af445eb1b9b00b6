package io.tidemark.target;

/** Whether the caller may use a working resource. The room that knows principals and roles decides. */
public interface WorkingAccess {

    /** Whether the caller may use what a principal has checked out. */
    boolean may(String principal);
}
