package io.tidemark.configuration;

import io.tidemark.kernel.sql.TransactionMemory;
import io.tidemark.target.ConfigurationRepository;
import io.tidemark.target.ConfigurationRepository.Flags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What any configuration does with new revisions at all, asked once in a transaction. */
@ApplicationScoped
public class ConfigurationFlags {

    @Inject
    private ConfigurationRepository configurations;

    @Inject
    private TransactionMemory memory;

    /** Whether anything inherits by hand. */
    public boolean isAnyWatched() {
        return flags().watched();
    }

    /** Whether any configuration keeps only so many revisions. */
    boolean isAnyLimited() {
        return flags().limited();
    }

    private Flags flags() {
        return memory.get(Flags.class, configurations::flags);
    }
}
