package io.tidemark.map;

import io.tidemark.map.VersionMap.OfConfiguration;
import io.tidemark.map.VersionMap.OfRevisions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A name below {@code /maps/}, and what is drawn there. */
@Entity
@Table(name = "version_map")
public class StoredMap {

    @Id
    private String name;

    @Column(name = "configuration_id")
    private @Nullable UUID configurationId;

    @Column(name = "resource_id")
    private @Nullable UUID resourceId;

    @Column(name = "file_name")
    private @Nullable String fileName;

    @Enumerated(EnumType.STRING)
    @Column
    private @Nullable MapStyle style;

    @Column(nullable = false)
    private String author;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** A map that a user makes. */
    StoredMap(String name, VersionMap map, String author, Instant createdAt) {
        this.name = name;
        this.author = author;
        this.createdAt = createdAt;
        if (map instanceof OfConfiguration of) {
            this.configurationId = of.configuration();
        } else if (map instanceof OfRevisions of) {
            this.resourceId = of.resource();
            this.fileName = of.fileName();
            this.style = of.style();
        }
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected StoredMap() {}

    /** Who made it. */
    String author() {
        return author;
    }
}
