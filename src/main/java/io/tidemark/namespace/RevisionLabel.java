package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A name that somebody gave to a revision (RFC 3253, section 8): no two revisions of a resource have the same. */
@Entity
@Table(name = "revision_label")
@IdClass(RevisionLabel.Key.class)
public class RevisionLabel {

    /** What a label is found by. */
    public record Key(UUID resourceId, String label) {}

    @Id
    @Column(name = "resource_id")
    private UUID resourceId;

    @Id
    private String label;

    @Column(nullable = false)
    private int number;

    /** Null of labels that are older than this column. */
    @Column
    private @Nullable String principal;

    /** A label that a user gives to a revision. */
    RevisionLabel(UUID resource, String label, int number, String principal) {
        this.resourceId = resource;
        this.label = label;
        this.number = number;
        this.principal = principal;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected RevisionLabel() {}
}
