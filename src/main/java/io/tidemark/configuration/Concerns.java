package io.tidemark.configuration;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What any configuration does with new revisions at all, asked once in a transaction. */
@TransactionScoped
public class Concerns implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable Boolean watched;

    private @Nullable Boolean limited;

    @Inject
    private transient ConfigurationRepository configurations;

    /** Says what is known. */
    record Known(boolean watched, boolean limited) {}

    /** Whether anything inherits by hand. */
    public boolean isAnyWatched() {
        ask();
        return Boolean.TRUE.equals(watched);
    }

    /** Whether any configuration keeps only so many revisions. */
    boolean isAnyLimited() {
        ask();
        return Boolean.TRUE.equals(limited);
    }

    private void ask() {
        if (watched == null) {
            Known known = configurations.concerns();
            watched = known.watched();
            limited = known.limited();
        }
    }
}
