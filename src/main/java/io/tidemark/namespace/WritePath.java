package io.tidemark.namespace;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The collections that the URL leads through at which the current transaction stores something. */
@TransactionScoped
public class WritePath implements Serializable {

    private static final long serialVersionUID = 1L;

    private List<UUID> collections = List.of();

    /** Says through which collections of the users' namespace it is stored; none where that is elsewhere. */
    public void lead(List<UUID> through) {
        collections = List.copyOf(through);
    }

    /** The collections, outermost first. */
    public List<UUID> collections() {
        return collections;
    }
}
