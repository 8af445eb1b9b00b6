package io.tidemark.guard;

/** What a write does to a URL and to what is mapped there. */
public enum Effect {
    /** The mapped resource changes in content or properties. */
    MODIFY,
    /** The collection gains, loses or replaces the member of that name. */
    MEMBERSHIP,
    /** What is mapped here, and everything below it, goes from this URL. */
    REMOVE,
    /** Somebody gets a hold on the mapped resource that others feel: a lock, a checkout, a branch, one more name. */
    RESERVE,
    /** Who may do what with it changes. */
    ADMINISTER
}
