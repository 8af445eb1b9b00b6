package io.tidemark.namespace;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet has at a name.
 *
 * @param sheet the sheet's place among those that were asked, from 0
 * @param id the row of the name
 * @param hides whether what the sheets below have at the name, and below it, does not show
 * @param resource what is mapped; null for nothing
 * @param until until when; null for still
 */
public record SheetMember(
        int sheet,
        long id,
        String name,
        boolean hides,
        @Nullable ResourceView resource,
        @Nullable Instant until) {

    /** Below a collection, what the sheet that has it lays there. */
    public Sheet below(Sheet here) {
        UUID collection = Objects.requireNonNull(resource).id();
        return until == null || until.isAfter(here.asOf())
                ? new Sheet(collection, here.layer(), here.asOf(), here.keptFrom())
                : new Sheet(collection, here.layer(), until, null);
    }
}
