package io.tidemark.namespace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import javax.xml.namespace.QName;

/** A property that the server keeps and does not understand (RFC 4918, section 4.3): its element, whole. */
@Entity
@Table(name = "dead_property")
@IdClass(DeadProperty.Key.class)
public class DeadProperty {

    /** A set has one property of a name. */
    public record Key(long setId, String namespace, String name) {}

    @Id
    @Column(name = "set_id")
    private long setId;

    @Id
    private String namespace;

    @Id
    private String name;

    @Column(nullable = false)
    private String xml;

    /** A property of a set. */
    DeadProperty(PropertySet set, QName name, String xml) {
        this.setId = set.id();
        this.namespace = name.getNamespaceURI();
        this.name = name.getLocalPart();
        this.xml = xml;
    }

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected DeadProperty() {}
}
