package io.tidemark.checkinset;

import io.tidemark.namespace.RevisionKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a revision was made in a checkin set. */
@Entity
@Table(name = "checkin")
@IdClass(RevisionKey.class)
public class Checkin {

    @Id
    @Column(name = "resource_id")
    private UUID resourceId;

    @Id
    private int number;

    @Column(name = "set_id", nullable = false)
    private UUID setId;

    /** A revision that was made in a set. */
    Checkin(UUID resource, int number, UUID set) {
        this.resourceId = resource;
        this.number = number;
        this.setId = set;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Checkin() {}
}
