package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A name in a collection, and the resource that it is mapped to now. The name stays when the mapping goes, so that its
 * history and its deletion have a place to stand on.
 */
@Entity
@DynamicUpdate
@Table(name = "member")
public class Member {

    @Id
    private long id;

    @Column(name = "collection_id", nullable = false)
    private UUID collectionId;

    @Column(nullable = false)
    private String name;

    @Column(name = "resource_id")
    private @Nullable UUID resourceId;

    /** The revision that SETDEFAULT chose for this URL; without one, the tip of the primary branch is shown. */
    @Column(name = "default_number")
    private @Nullable Integer defaultNumber;

    @Column(name = "mapped_at", nullable = false)
    private Instant mappedAt;

    /** Since when the name hides what the trees below a workspace's own have there. */
    @Column(name = "hidden_at")
    private @Nullable Instant hiddenAt;

    /** For the persistence provider; rows come from {@link MemberRepository#slot}. */
    @SuppressWarnings("NullAway.Init")
    protected Member() {}

    /** The row's identity. */
    public long id() {
        return id;
    }

    /** The collection that the name is in. */
    public UUID collectionId() {
        return collectionId;
    }

    /** The resource that the name is mapped to, if any. */
    public @Nullable UUID resourceId() {
        return resourceId;
    }

    /** Since when. */
    public Instant mappedAt() {
        return mappedAt;
    }

    void map(UUID resource, Instant at) {
        this.resourceId = resource;
        this.defaultNumber = null;
        this.mappedAt = at;
    }

    /** Hides what the trees below have at the name, whatever will be mapped here. */
    void hide(Instant at) {
        if (hiddenAt == null) {
            hiddenAt = at;
        }
    }

    void unmap() {
        this.resourceId = null;
        this.defaultNumber = null;
    }
}
