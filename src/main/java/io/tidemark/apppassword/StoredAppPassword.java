package io.tidemark.apppassword;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An app password as it is kept, with what is kept of its secret. */
@Entity
@Table(name = "app_password")
public class StoredAppPassword {

    @Id
    private String selector;

    @Column(nullable = false)
    private String principal;

    @Column(nullable = false)
    private String name;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "read_only", nullable = false)
    private boolean readOnly;

    @Column
    private @Nullable String path;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "group_names", nullable = false)
    private String groupNames;

    @Column(name = "signed_in_at", nullable = false)
    private Instant signedInAt;

    @Column(nullable = false)
    private boolean session;

    @Column(name = "secret_hash", nullable = false)
    private byte[] secretHash;

    /**
     * A new one.
     *
     * @param path the path that it is good for, percent-encoded; null for all
     * @param groupNames the user's groups, each on a line
     */
    StoredAppPassword(AppPassword made, @Nullable String path, String groupNames, byte[] secretHash) {
        this.selector = made.selector();
        this.principal = made.principal();
        this.name = made.name();
        this.createdAt = made.created();
        this.expiresAt = made.expires();
        this.readOnly = made.readOnly();
        this.path = path;
        this.groupNames = groupNames;
        this.signedInAt = made.signedIn();
        this.session = made.session();
        this.secretHash = secretHash.clone();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected StoredAppPassword() {}
}
