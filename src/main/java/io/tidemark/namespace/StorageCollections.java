package io.tidemark.namespace;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The collections that the URL leads through at which the current transaction stores something. */
@ApplicationScoped
public class StorageCollections {

    @Inject
    private TransactionMemory memory;

    private record Through(List<UUID> collections) {}

    /** Says through which collections of the users' namespace it is stored; none where that is elsewhere. */
    public void accountTo(List<UUID> through) {
        memory.put(Through.class, new Through(List.copyOf(through)));
    }

    /** The collections, outermost first. */
    public List<UUID> collections() {
        return memory.find(Through.class).map(Through::collections).orElse(List.of());
    }
}
