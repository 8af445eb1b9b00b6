package io.tidemark.namespace;

import io.tidemark.journal.Change;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A mapping that has ended: which resource a member's name was mapped to, from when until when, and who ended it. The journal
 * keeps the same by the numbers of changes, which reports go by: the two are a pair.
 */
@Entity
@DynamicUpdate
@Table(name = "former_member")
@IdClass(MappingHistory.Key.class)
public class MappingHistory {

    /** A name's mapping ends once in a change. */
    public record Key(long memberId, UUID changeId) {}

    @Id
    @Column(name = "member_id")
    private long memberId;

    @Id
    @Column(name = "change_id")
    private UUID changeId;

    @Column(name = "resource_id", nullable = false)
    private UUID resourceId;

    @Column(name = "mapped_at", nullable = false)
    private Instant mappedAt;

    @Column(name = "unmapped_at", nullable = false)
    private Instant unmappedAt;

    @Column(name = "unmapped_by", nullable = false)
    private String unmappedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Ending ending;

    /** Whether the row outlives the journal's memory of the change. */
    @Column(nullable = false)
    private boolean kept;

    /** The mapping of {@code member} to {@code resource}, ended by {@code change} at the time {@code at}. */
    MappingHistory(Member member, UUID resource, Change change, Instant at, Ending ending) {
        this.memberId = member.id();
        this.changeId = change.id();
        this.resourceId = resource;
        this.mappedAt = member.mappedAt();
        this.unmappedAt = at;
        this.unmappedBy = change.principal();
        this.ending = ending;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected MappingHistory() {}
}
