package io.tidemark.lock;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A lock (RFC 4918, section 6; protocol, section 4.7): on a resource, taken at a URL, by a principal, for a while. */
@Entity
@DynamicUpdate
@Table(name = "dav_lock")
public class DavLock {

    @Id
    private UUID token;

    @Column(name = "resource_id", nullable = false)
    private UUID resourceId;

    @Column(nullable = false)
    private String root;

    @Column(nullable = false)
    private boolean exclusive;

    @Column(nullable = false)
    private boolean infinite;

    @Column(name = "owner_xml")
    private @Nullable String ownerXml;

    @Column(nullable = false)
    private String principal;

    @Column(name = "timeout_seconds", nullable = false)
    private long timeoutSeconds;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "held_id")
    private @Nullable UUID heldId;

    @Column(name = "held_branch")
    private @Nullable Integer heldBranch;

    @Column(name = "held_revision")
    private @Nullable Integer heldRevision;

    /** A lock that has just been granted. */
    DavLock(ActiveLock lock) {
        this.token = lock.token();
        this.resourceId = lock.resourceId();
        this.root = lock.root();
        this.exclusive = lock.exclusive();
        this.infinite = lock.infinite();
        this.ownerXml = lock.ownerXml();
        this.principal = lock.principal();
        this.timeoutSeconds = lock.timeoutSeconds();
        this.createdAt = lock.createdAt();
        this.expiresAt = lock.expiresAt();
        Reservation held = lock.held();
        if (held != null) {
            this.heldId = held.resource();
            this.heldBranch = held.branch();
            this.heldRevision = held.revision();
        }
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected DavLock() {}

    void refresh(long seconds, Instant now) {
        this.timeoutSeconds = seconds;
        this.expiresAt = now.plusSeconds(seconds);
    }
}
