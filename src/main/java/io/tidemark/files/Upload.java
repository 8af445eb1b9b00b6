package io.tidemark.files;

import io.tidemark.content.StagedBody;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavRequest;
import io.tidemark.kernel.http.MediaTypes;
import io.tidemark.namespace.Body;
import java.time.Instant;
import java.util.Optional;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * What a PUT says of the body that it brings.
 *
 * @param type its media type: what the request says, or else what the name suggests
 * @param language its {@code Content-Language}
 * @param modifiedAt what {@code X-OC-Mtime} says
 */
record Upload(String type, @Nullable String language, Optional<Instant> modifiedAt) {

    private static final Tika TIKA = new Tika();
    private static final int MAX_COLUMN = 255;

    static Upload of(DavRequest request) {
        String type = request.header("Content-Type");
        String language = request.header("Content-Language");
        if ((type != null && type.length() > MAX_COLUMN) || (language != null && language.length() > MAX_COLUMN)) {
            throw DavException.badRequest("A header that describes the body is too long.");
        }
        // What curl says of every body says nothing about it.
        boolean said = type != null && MediaTypes.isOne(type) && !type.startsWith("application/x-www-form-urlencoded");
        String known = said && type != null ? type : TIKA.detect(request.path().name());
        return new Upload(known, language, mtime(request.header("X-OC-Mtime")));
    }

    /** What an archive says of a file that it holds: its name, and when it was modified. */
    static Upload of(String name, Instant modifiedAt) {
        return new Upload(TIKA.detect(name), null, Optional.of(modifiedAt));
    }

    Body body(StagedBody staged) {
        return new Body(staged.hash(), staged.arrivedAt(), staged.length(), type, language, modifiedAt);
    }

    private static Optional<Instant> mtime(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            double seconds = Double.parseDouble(header.strip());
            if (Double.isFinite(seconds) && Math.abs(seconds) < Instant.MAX.getEpochSecond() / 1_000_000d) {
                return Optional.of(Instant.ofEpochSecond((long) seconds));
            }
        } catch (NumberFormatException e) {
            // Falls through: it is as malformed as a number out of range.
        }
        throw DavException.badRequest("The X-OC-Mtime header is malformed.");
    }
}
