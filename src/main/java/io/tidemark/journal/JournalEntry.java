package io.tidemark.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a change touched: a member, or a resource wherever it is mapped. Rows are only ever added; the sequencer
 * fills {@code number} in once the change is committed.
 */
@Entity
@Table(name = "journal")
public class JournalEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "journal")
    @SequenceGenerator(name = "journal", sequenceName = "journal_seq", allocationSize = 100)
    private long id;

    @Column(name = "change_id", nullable = false)
    private UUID changeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ChangeKind kind;

    @Column(name = "member_id")
    private @Nullable Long memberId;

    @Column(name = "resource_id")
    private @Nullable UUID resourceId;

    @Column(nullable = false)
    private String principal;

    @Column(nullable = false)
    private Instant at;

    private @Nullable Long number;

    /** The change's number; null until the sequencer has come to it. */
    public @Nullable Long number() {
        return number;
    }

    /** A row about a member or about a resource, of which the other is null. */
    JournalEntry(Change change, ChangeKind kind, @Nullable Long memberId, @Nullable UUID resourceId) {
        this.changeId = change.id();
        this.kind = kind;
        this.memberId = memberId;
        this.resourceId = resourceId;
        this.principal = change.principal();
        this.at = change.at();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected JournalEntry() {}
}
