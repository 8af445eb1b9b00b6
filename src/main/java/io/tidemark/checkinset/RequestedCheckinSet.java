package io.tidemark.checkinset;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The checkin set that {@code Checkin-Set} names on the current request; none unless one does. */
@RequestScoped
public class RequestedCheckinSet {

    private @Nullable Wanted wanted;

    /**
     * What the request wants.
     *
     * @param set the set into which revisions are to come
     * @param name what a file's revision is to be called there
     */
    public record Wanted(UUID set, String name) {}

    /** The set, and what a file is called in it. */
    public Optional<Wanted> get() {
        return Optional.ofNullable(wanted);
    }

    /** Says what the request names. */
    public void set(Wanted requested) {
        wanted = requested;
    }
}
