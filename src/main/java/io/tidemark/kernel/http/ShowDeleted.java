package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code Show-Deleted} header: whether a collection is listed with what was deleted in it (protocol, section 4.10). */
public enum ShowDeleted {
    /** {@code N}: what is there. */
    NO,
    /** {@code Y}: what is there, and what was deleted. */
    ALSO,
    /** {@code O}: what was deleted. */
    ONLY;

    /** The header's name. */
    public static final String HEADER = "Show-Deleted";

    /**
     * Parses the header; empty when it is absent.
     *
     * @throws DavException 400 when it is malformed
     */
    public static Optional<ShowDeleted> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (header.strip()) {
                    case "N", "n" -> NO;
                    case "Y", "y" -> ALSO;
                    case "O", "o" -> ONLY;
                    default -> throw DavException.badRequest("Show-Deleted is Y, N or O.");
                });
    }

    /** Whether it asks for what is there. */
    public boolean living() {
        return this != ONLY;
    }

    /** Whether it asks for what was deleted. */
    public boolean deleted() {
        return this != NO;
    }
}
