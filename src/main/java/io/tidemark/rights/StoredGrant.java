package io.tidemark.rights;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One entry of a list, as it is kept. */
@Embeddable
public class StoredGrant {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Grantee.Kind kind;

    @Column(nullable = false)
    private String name;

    /** The privileges, as {@link Privilege#bits} adds them up. */
    @Column(nullable = false)
    private int privileges;

    /** What somebody is granted. */
    StoredGrant(Grant grant) {
        this.kind = grant.grantee().kind();
        this.name = grant.grantee().name();
        this.privileges = Privilege.bits(grant.privileges());
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected StoredGrant() {}
}
