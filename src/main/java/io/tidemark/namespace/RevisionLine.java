package io.tidemark.namespace;

import io.tidemark.kernel.sql.SqlStatement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a revision of a versioned resource stands on its branch, for those who look by time and for what follows what. */
@Entity
@Table(name = "revision_line")
@IdClass(RevisionLine.Key.class)
public class RevisionLine {

    /** Along a branch, times only rise. */
    public record Key(UUID resourceId, int branchNumber, Instant madeAt) {}

    @Id
    @Column(name = "resource_id")
    private UUID resourceId;

    @Id
    @Column(name = "branch_number")
    private int branchNumber;

    @Id
    @Column(name = "made_at")
    private Instant madeAt;

    @Column(nullable = false)
    private int number;

    @Column
    private @Nullable Integer predecessor;

    /** A revision's place. */
    RevisionLine(RevisionKey revision, int branchNumber, Instant madeAt, @Nullable Integer predecessor) {
        this.resourceId = revision.resourceId();
        this.branchNumber = branchNumber;
        this.madeAt = madeAt;
        this.number = revision.number();
        this.predecessor = predecessor;
    }

    /** The statement that stores it; see {@link Resource#insertion}. */
    SqlStatement insertion() {
        return SqlStatement.insert("revision_line")
                .value("resource_id", resourceId)
                .value("branch_number", branchNumber)
                .value("made_at", madeAt)
                .value("number", number)
                .value("predecessor", predecessor)
                .end();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected RevisionLine() {}
}
