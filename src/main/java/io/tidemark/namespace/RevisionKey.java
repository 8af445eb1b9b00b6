package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What identifies a revision: its resource, and its number among that resource's revisions. */
@Embeddable
public record RevisionKey(
        @Column(name = "resource_id") UUID resourceId,
        @Column(name = "number") int number) {

    /** A table {@code k} of the keys that the next two parameters are: see {@link #resources} and {@link #numbers}. */
    public static final String KEYS = "unnest(cast(? as uuid array), cast(? as integer array)) k (resource_id, number)";

    /** The revision that a resource shows. */
    public static RevisionKey of(ResourceView revision) {
        return new RevisionKey(revision.id(), revision.revision());
    }

    /** The key in the first two columns of a row. */
    public static RevisionKey read(ResultSet row) throws SQLException {
        return new RevisionKey(row.getObject(1, UUID.class), row.getInt(2));
    }

    /** The first parameter of {@link #KEYS}. */
    public static List<UUID> resources(Collection<RevisionKey> keys) {
        return keys.stream().map(RevisionKey::resourceId).toList();
    }

    /** The second parameter of {@link #KEYS}. */
    public static List<Integer> numbers(Collection<RevisionKey> keys) {
        return keys.stream().map(RevisionKey::number).toList();
    }
}
