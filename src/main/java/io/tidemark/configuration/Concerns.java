package io.tidemark.configuration;

import io.tidemark.kernel.sql.TransactionMemory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What any configuration does with new revisions at all, asked once in a transaction. */
@ApplicationScoped
public class Concerns {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private TransactionMemory memory;

    /** Says what is known. */
    record Known(boolean watched, boolean limited) {}

    /** Whether anything inherits by hand. */
    public boolean isAnyWatched() {
        return known().watched();
    }

    /** Whether any configuration keeps only so many revisions. */
    boolean isAnyLimited() {
        return known().limited();
    }

    private Known known() {
        return memory.get(Known.class, configurations::concerns);
    }
}
