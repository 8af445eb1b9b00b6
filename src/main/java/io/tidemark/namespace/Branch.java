package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A line of a resource's revisions besides the primary one. Its first revision shows what its base does. */
@Entity
@DynamicUpdate
@Table(name = "branch")
public class Branch {

    /** The id of the branch that every resource is born with. */
    public static final String PRIMARY = "primary";

    @EmbeddedId
    private RevisionKey key;

    @Column(nullable = false)
    private String id;

    @Column(name = "base_number", nullable = false)
    private int baseNumber;

    @Column(name = "tip_number", nullable = false)
    private int tipNumber;

    @Column(nullable = false)
    private String author;

    @Column
    private @Nullable String comment;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /**
     * A branch that leaves a revision.
     *
     * @param key the resource, and the branch's number among its branches
     * @param base the revision that it leaves
     * @param first the branch's own first revision
     */
    Branch(RevisionKey key, String id, int base, Revision first) {
        this.key = key;
        this.id = id;
        this.baseNumber = base;
        this.tipNumber = first.number();
        this.author = first.author();
        this.createdAt = first.createdAt();
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Branch() {}

    /** The branch's number among those of its resource. */
    public int number() {
        return key.number();
    }

    /** The number of its newest revision. */
    int tip() {
        return tipNumber;
    }

    /** Says why it was made. */
    void setComment(@Nullable String text) {
        comment = text;
    }

    /** Makes a revision the branch's newest. */
    void moveTip(int number) {
        tipNumber = number;
    }
}
