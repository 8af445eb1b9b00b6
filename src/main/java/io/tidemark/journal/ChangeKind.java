package io.tidemark.journal;

/** What a change did to what it touched. */
public enum ChangeKind {
    /** A resource was mapped at a member's name. */
    MAPPED,
    /** What was mapped at a member's name no longer is. */
    UNMAPPED,
    /** What a member shows, or a resource wherever it is mapped, changed in content or in properties. */
    CHANGED,
    /** The primary branch of a resource has a newer revision: a change at every member that shows the newest. */
    ADVANCED
}
