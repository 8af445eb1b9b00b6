package io.tidemark.namespace;

/** What a revision says of further successors, besides the first (RFC 3253, section 4.1); where it says nothing, they are allowed. */
public enum Fork {
    /** Only for who says that they are wanted. */
    DISCOURAGED,
    /** For nobody. */
    FORBIDDEN
}
