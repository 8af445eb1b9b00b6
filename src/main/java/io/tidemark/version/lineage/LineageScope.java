package io.tidemark.version.lineage;

import io.tidemark.kernel.error.DavException;
import java.util.Locale;

/** Whose revisions a lineage report lists (protocol, section 4.8). */
enum LineageScope {
    /** Those of every versioned resource that has been mapped at the request URL. */
    NAME,
    /** Those of the one that the request URL names, wherever it was mapped. */
    ID;

    /**
     * Reads the attribute.
     *
     * @throws DavException 400 when it is neither
     */
    static LineageScope parse(String text) {
        for (LineageScope scope : values()) {
            if (scope.name().toLowerCase(Locale.ROOT).equals(text)) {
                return scope;
            }
        }
        throw DavException.badRequest("The scope is name or id.");
    }
}
