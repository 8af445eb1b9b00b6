package io.tidemark.checkinset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checkin set (protocol, section 5.5). */
@Entity
@Table(name = "checkin_set")
public class CheckinSet {

    @Id
    @Column(name = "collection_id")
    private UUID collection;

    @Column(name = "configuration_id", nullable = false)
    private UUID configuration;

    @Column(nullable = false)
    private boolean closed;

    /** Null of sets that are older than this column. */
    @Column
    private @Nullable String author;

    /** An open set. */
    CheckinSet(UUID collection, UUID configuration, String author) {
        this.collection = collection;
        this.configuration = configuration;
        this.author = author;
    }

    /** A set as a row tells of it, for those who only read. */
    CheckinSet(UUID collection, UUID configuration, boolean closed) {
        this.collection = collection;
        this.configuration = configuration;
        this.closed = closed;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected CheckinSet() {}

    /** The collection that it is. */
    public UUID collection() {
        return collection;
    }

    /** The workspace in which its revisions are made. */
    public UUID configuration() {
        return configuration;
    }

    /** Whether nothing more comes into it. */
    public boolean closed() {
        return closed;
    }

    /** Lets nothing more come into it. */
    public void close() {
        closed = true;
    }
}
