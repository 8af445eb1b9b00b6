package io.tidemark.namespace;

/** Why a mapping has ended. */
public enum Ending {
    /** What was mapped was deleted, or something else took its place: if it was the last mapping, it leaves a tombstone. */
    DELETED,
    /** What was mapped went to another name. */
    MOVED,
    /** One of several references was taken away. */
    DEREFERENCED,
    /** What was mapped became a revision of something else. */
    ABSORBED
}
