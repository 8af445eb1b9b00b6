package io.tidemark.namespace;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * The dead properties of revisions of one resource, together. A set never changes once it is stored: a change of
 * properties makes another one, and a change of content alone copies none.
 */
@Entity
@Table(name = "property_set")
public class PropertySet {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "property_set")
    @SequenceGenerator(name = "property_set", sequenceName = "property_set_seq", allocationSize = 100)
    private long id;

    /** The set's identity. */
    public long id() {
        return id;
    }
}
