package io.tidemark.search;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.HttpDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** What the values of a property are, and how a client writes one. */
enum ValueType {
    TEXT("string") {
        @Override
        Comparable<?> read(String literal) {
            return literal;
        }
    },
    NUMBER("integer") {
        @Override
        Comparable<?> read(String literal) {
            try {
                return Long.valueOf(literal.strip());
            } catch (NumberFormatException e) {
                throw DavException.unprocessable("A length is compared with a number.");
            }
        }
    },
    TIME("dateTime") {
        @Override
        Comparable<?> read(String literal) {
            String text = literal.strip();
            try {
                return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
            } catch (DateTimeParseException e) {
                return HttpDate.parse(text)
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                        .orElseThrow(() -> DavException.unprocessable(
                                "A time is compared with one of RFC 3339, with a zone, or with an HTTP date."));
            }
        }
    },
    /** A user: by name, or by the principal's URL. */
    PRINCIPAL("anyURI") {
        @Override
        Comparable<?> read(String literal) {
            String text = literal.strip();
            return text.startsWith("/") ? DavPath.parse(text).name() : text;
        }
    };

    private final String schemaType;

    ValueType(String schemaType) {
        this.schemaType = schemaType;
    }

    /** The type's name in XML Schema. */
    String schemaType() {
        return schemaType;
    }

    /**
     * Reads a literal.
     *
     * @throws DavException 422 when it is none
     */
    abstract Comparable<?> read(String literal);
}
