package io.tidemark.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a listing says of a file or folder.
 *
 * @param href as the server writes it
 * @param tag the entity tag; empty for a folder
 * @param length in bytes; -1 for a folder
 * @param revision the revision that is shown; empty for what is under no version control
 * @param locked whether there is a lock on it
 */
record Found(
        String href,
        boolean folder,
        String tag,
        long length,
        String type,
        Optional<Instant> modified,
        String author,
        String revision,
        boolean locked) {

    static final String[] PROPERTIES = {
        "D:resourcetype",
        "D:getetag",
        "D:getcontentlength",
        "D:getcontenttype",
        "D:getlastmodified",
        "D:author",
        "D:revisionid",
        "D:lockdiscovery"
    };

    static Found of(Node response) {
        Node properties = response.properties();
        String length = properties.text("getcontentlength");
        return new Found(
                response.text("href"),
                properties
                        .child("resourcetype")
                        .map(type -> type.has("collection"))
                        .orElse(false),
                properties.text("getetag"),
                length.isEmpty() ? -1 : Long.parseLong(length),
                properties.text("getcontenttype"),
                date(properties.text("getlastmodified")),
                properties.text("author"),
                properties.text("revisionid"),
                properties
                        .child("lockdiscovery")
                        .map(locks -> locks.has("activelock"))
                        .orElse(false));
    }

    /** A date as HTTP writes it; empty when it is none. */
    static Optional<Instant> date(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
