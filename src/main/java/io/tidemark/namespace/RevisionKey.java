package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** What identifies a revision: its resource, and its number among that resource's revisions. */
@Embeddable
public record RevisionKey(
        @Column(name = "resource_id") UUID resourceId,
        @Column(name = "number") int number) {}
