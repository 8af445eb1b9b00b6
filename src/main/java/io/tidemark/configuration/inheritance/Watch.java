package io.tidemark.configuration.inheritance;

import io.tidemark.configuration.ConfigurationRepository;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Whether anything inherits by hand, asked once in a transaction. */
@TransactionScoped
public class Watch implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Boolean known;

    @Inject
    private transient ConfigurationRepository configurations;

    /** Whether anything inherits by hand. */
    public boolean isAnywhere() {
        if (known == null) {
            known = configurations.isAnyWatched();
        }
        return known;
    }
}
