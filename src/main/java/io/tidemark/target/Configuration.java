package io.tidemark.target;

import io.tidemark.namespace.Resource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A configuration: one revision each of some versioned resources. The collection of the same id is its own tree's root. */
@Entity
@DynamicUpdate
@Table(name = "configuration")
public class Configuration {

    /** The built-in workspace, which stands for {@code /files/}. */
    public static final UUID FILES = Resource.FILES;

    /** What members come to be. */
    public enum Kind {
        /** By requests, and by inheritance. */
        WORKSPACE,
        /** By a selection rule. */
        DYNAMIC
    }

    /** How new revisions come from the parent. */
    public enum Inheritance {
        /** Not at all. */
        NONE,
        /** By the hand of whoever works off the resolution queue. */
        MANUAL,
        /** By themselves. */
        AUTO
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    @Column(name = "parent_id")
    private @Nullable UUID parentId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Inheritance inheritance;

    @Column(name = "base_time")
    private @Nullable Instant baseTime;

    @Column(name = "selection_rule")
    private @Nullable String selectionRule;

    @Column(name = "max_revisions")
    private @Nullable Integer maxRevisions;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(nullable = false)
    private String author;

    /**
     * A configuration that has just been made.
     *
     * @param parentId what it is derived from; null for nothing
     * @param baseTime the time of the parent's state that it begins with; null when it follows the parent, or has none
     */
    public Configuration(
            UUID id,
            Kind kind,
            @Nullable UUID parentId,
            Inheritance inheritance,
            @Nullable Instant baseTime,
            Instant createdAt,
            String author) {
        this.id = id;
        this.kind = kind;
        this.parentId = parentId;
        this.inheritance = inheritance;
        this.baseTime = baseTime;
        this.createdAt = createdAt;
        this.author = author;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected Configuration() {}

    /** Its identity, which is that of its root collection, too. */
    public UUID id() {
        return id;
    }

    /** What members come to be. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is written like the files. */
    public boolean isWorkspace() {
        return kind == Kind.WORKSPACE;
    }

    /** What it is derived from; null for nothing. */
    public @Nullable UUID parentId() {
        return parentId;
    }

    /** How new revisions come from the parent. */
    public Inheritance inheritance() {
        return inheritance;
    }

    /** The time of the parent's state that it began with; null when it follows the parent, or has none. */
    public @Nullable Instant baseTime() {
        return baseTime;
    }

    /** The selection rule as it was set; null for none. */
    public @Nullable String selectionRule() {
        return selectionRule;
    }

    /** Chooses other members. */
    void setSelectionRule(@Nullable String rule) {
        selectionRule = rule;
    }

    /** How many of the revisions that are made in it are kept of each file; null for all. */
    public @Nullable Integer maxRevisions() {
        return maxRevisions;
    }

    /** Keeps so many from now on; null for all. */
    public void keepRevisions(@Nullable Integer most) {
        maxRevisions = most;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** Who made it. */
    public String author() {
        return author;
    }
}
