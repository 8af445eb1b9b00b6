package io.tidemark.rights;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A list that a collection has, or had: one that has been stored never changes, but for {@code inForce}. A report has to know
 * what its reader could see when it had its token.
 */
@Entity
@Table(name = "access_list")
public class StoredAccessList {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "access_list")
    @SequenceGenerator(name = "access_list", sequenceName = "access_list_seq", allocationSize = 1)
    private long id;

    @Column(name = "collection_id", nullable = false)
    private UUID collectionId;

    @Column(name = "change_id", nullable = false)
    private UUID changeId;

    @Column(nullable = false)
    private Instant at;

    @Column(name = "in_force", nullable = false)
    private boolean inForce;

    @ElementCollection
    @CollectionTable(name = "access_grant", joinColumns = @JoinColumn(name = "list_id"))
    @OrderColumn(name = "ordinal")
    private List<StoredGrant> grants;

    /** The list that a change gives a collection; without grants it only says that there is none any more. */
    StoredAccessList(AccessList list, UUID changeId, Instant at) {
        this.collectionId = list.collection();
        this.changeId = changeId;
        this.at = at;
        this.grants = list.grants().stream().map(StoredGrant::new).toList();
        this.inForce = !grants.isEmpty();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected StoredAccessList() {}
}
