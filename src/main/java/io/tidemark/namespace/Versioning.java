package io.tidemark.namespace;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How far a resource is under version control (protocol, section 4.3).
 *
 * @param enabled whether it has a history
 * @param mode when a change of it makes a revision by itself
 */
public record Versioning(boolean enabled, AutoVersion mode) {

    /** Not under version control. */
    public static final Versioning NONE = new Versioning(false, AutoVersion.NEVER);

    /** Each change makes a revision by itself; so it is with all that is new in a workspace. */
    public static final Versioning AUTOMATIC = new Versioning(true, AutoVersion.EACH_WRITE);

    /** Whether changes make revisions by themselves, each or none. */
    public Versioning(boolean enabled, boolean auto) {
        this(enabled, auto ? AutoVersion.EACH_WRITE : AutoVersion.NEVER);
    }

    /** The two columns that {@link #read} reads, of a resource by that name. */
    public static String columns(String resource) {
        return resource + ".versioned, " + AutoVersion.column(resource);
    }

    /** Reads it from two columns; where an outer join found no resource, it is none. */
    public static Versioning read(ResultSet row, int first) throws SQLException {
        return new Versioning(row.getBoolean(first), AutoVersion.of(row.getInt(first + 1)));
    }

    /** Whether changes make revisions by themselves. */
    public boolean auto() {
        return mode.auto();
    }

    /** Whether a write makes a new revision. */
    public boolean makesRevisions() {
        return enabled && auto();
    }
}
