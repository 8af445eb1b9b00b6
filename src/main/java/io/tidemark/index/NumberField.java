package io.tidemark.index;

import java.util.Locale;

/** The numbers and times by which names are found, and in whose order; times are seconds since 1970. */
public enum NumberField {
    LENGTH,
    MODIFIED,
    CREATED;

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
