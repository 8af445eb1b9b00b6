package io.tidemark.namespace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet has at a name.
 *
 * @param sheet the sheet
 * @param id the row of the name
 * @param hides whether what the sheets below have at the name, and below it, does not show
 * @param resource what is mapped; null for nothing
 * @param until until when; null for still
 */
public record SheetMember(
        Sheet sheet,
        long id,
        String name,
        boolean hides,
        @Nullable ResourceView resource,
        @Nullable Instant until)
        implements Overlay.Entry {

    @Override
    public Long row() {
        return id;
    }

    @Override
    public @Nullable UUID mapped() {
        return resource == null ? null : resource.id();
    }

    @Override
    public boolean isCollection() {
        return resource != null && resource.collection();
    }

    /** What was taken out is shown as it was when it went. */
    @Override
    public Sheet below() {
        Sheet still = Overlay.Entry.super.below();
        return until == null || until.isAfter(sheet.asOf())
                ? still
                : new Sheet(still.collection(), still.layer(), until, null);
    }
}
