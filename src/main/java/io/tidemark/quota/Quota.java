package io.tidemark.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What may be stored through a collection (RFC 4331). What has been is counted by {@link QuotaRepository#use} at the end of
 * transactions, by SQL: two writers must not overwrite one another's count.
 */
@Entity
@Table(name = "quota")
@DynamicUpdate
public class Quota {

    @Id
    @Column(name = "collection_id")
    private UUID collection;

    @Column(name = "limit_bytes", nullable = false)
    private long limit;

    @Column(name = "used_bytes", nullable = false)
    private long used;

    /** A quota of a collection through which some bytes have been stored. */
    Quota(UUID collection, long limit, long used) {
        this.collection = collection;
        this.limit = limit;
        this.used = used;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Quota() {}

    /** The collection. */
    UUID collection() {
        return collection;
    }

    /** How many bytes may be stored. */
    long limit() {
        return limit;
    }

    /** How many bytes have been stored, of what is still there. */
    long used() {
        return used;
    }

    /** How many bytes more; none when there is more than there may be. */
    long available() {
        return Math.max(0, limit - used);
    }

    /** Sets another limit. */
    void limit(long bytes) {
        limit = bytes;
    }
}
