package io.tidemark.configuration.inheritance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What somebody has to resolve in a configuration (protocol, section 5.4). */
@Entity
@Table(name = "resolution_item")
@IdClass(ResolutionItem.Key.class)
public class ResolutionItem {

    /** What an item is found by: in one queue, one revision. */
    public record Key(UUID configuration, UUID resource, int number) {}

    @Id
    @Column(name = "configuration_id")
    private UUID configuration;

    @Id
    @Column(name = "resource_id")
    private UUID resource;

    @Id
    private int number;

    @Column(nullable = false)
    private boolean conflict;

    @Column(nullable = false)
    private String path;

    @Column(name = "noted_at", nullable = false)
    private Instant notedAt;

    /**
     * An item of a queue.
     *
     * @param conflict whether the configuration has gone its own way; else the revision waits to be taken over
     * @param path the file's path in {@code /files/}, percent-encoded
     */
    ResolutionItem(Key key, boolean conflict, String path, Instant notedAt) {
        this.configuration = key.configuration();
        this.resource = key.resource();
        this.number = key.number();
        this.conflict = conflict;
        this.path = path;
        this.notedAt = notedAt;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected ResolutionItem() {}

    /** The file. */
    public UUID resource() {
        return resource;
    }

    /** The revision that is to be taken over, or merged. */
    public int number() {
        return number;
    }

    /** Whether the configuration has gone its own way. */
    public boolean conflict() {
        return conflict;
    }

    /** The file's path in {@code /files/}, percent-encoded. */
    public String path() {
        return path;
    }
}
