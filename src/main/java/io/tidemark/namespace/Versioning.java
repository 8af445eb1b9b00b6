package io.tidemark.namespace;

/**
 * How far a resource is under version control (protocol, section 4.3).
 *
 * @param enabled whether it has a history
 * @param auto whether each change of it makes a revision by itself
 */
public record Versioning(boolean enabled, boolean auto) {

    /** Not under version control. */
    public static final Versioning NONE = new Versioning(false, false);

    /** Each change makes a revision by itself; so it is with all that is new in a workspace. */
    public static final Versioning AUTOMATIC = new Versioning(true, true);

    /** Whether a write makes a new revision. */
    public boolean makesRevisions() {
        return enabled && auto;
    }
}
