package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code Revision-Id} header: which revisions of a resource a request is about (protocol, section 4.2). */
public sealed interface RevisionId {

    /** The header's name, in requests and in answers. */
    String HEADER = "Revision-Id";

    /** {@code *}: every revision. */
    record All() implements RevisionId {}

    /** {@code Time(…)}: the default revision of that time. */
    record AtTime(Instant time) implements RevisionId {}

    /** A revision's id, a label, a branch's id or a configuration's URL. */
    record Named(String name) implements RevisionId {}

    /** What a {@code Label} header names (RFC 3253, section 8.3). */
    record Labelled(String label) implements RevisionId {}

    /** How {@code Time(…)} is written, as the ids of revisions and labels must not be. */
    Pattern TIME = Pattern.compile("Time\\((.*)\\)");

    /** The id of a resource's revision of that number. */
    static String of(int number) {
        return "V" + number;
    }

    /** The header's value in an answer about a revision; null, which is no header, for 0: none that has an id. */
    static @Nullable String header(int number) {
        return number == 0 ? null : of(number);
    }

    /** The number of the revision that an id names; empty when it is no such id. */
    static OptionalInt number(String id) {
        return NUMBERED.matcher(id).matches() ? OptionalInt.of(Integer.parseInt(id.substring(1))) : OptionalInt.empty();
    }

    /** What ids of revisions look like: labels must not. */
    Pattern NUMBERED = Pattern.compile("V[1-9][0-9]{0,8}");

    /** How long a label is at most. */
    int MOST_LABEL_CHARACTERS = 255;

    /** Whether a label can be told from all else that names revisions, and stands in lists of labels as it is. */
    static boolean canBeLabel(String label) {
        return !label.isBlank()
                && label.length() <= MOST_LABEL_CHARACTERS
                && label.indexOf(',') < 0
                && label.chars().noneMatch(Character::isISOControl)
                && !label.equals("*")
                && !label.matches("V[0-9]+")
                && !isTime(label);
    }

    /** The last year that ISO 8601 writes with four digits. */
    int LAST_YEAR = 9999;

    /**
     * Parses the header.
     *
     * @throws DavException 400 when it is empty, or its time is none
     */
    static Optional<RevisionId> parse(@Nullable String header) {
        return header == null ? Optional.empty() : Optional.of(parseValue(HeaderText.decode(header.strip())));
    }

    /**
     * Parses the header, or else the {@code Label} header, which clients of RFC 3253 send instead.
     *
     * @throws DavException 400 when either is malformed
     */
    static Optional<RevisionId> parse(@Nullable String header, @Nullable String label) {
        return header != null || label == null
                ? parse(header)
                : Optional.of(new Labelled(HeaderText.decode(label.strip())));
    }

    /** Parses one value, as {@link RevisionPath} has them too. */
    static RevisionId parseValue(String value) {
        if (value.isEmpty()) {
            throw DavException.badRequest("The Revision-Id is empty.");
        }
        if (value.equals("*")) {
            return new All();
        }
        if (!isTime(value)) {
            return new Named(value);
        }
        Matcher time = TIME.matcher(value);
        if (!time.matches()) {
            throw malformedTime();
        }
        return new AtTime(instant(time.group(1).strip()));
    }

    /** Whether a value is, or was meant to be, a time. */
    static boolean isTime(String value) {
        return value.startsWith("Time(");
    }

    private static DavException malformedTime() {
        return DavException.badRequest("The time of the Revision-Id is malformed.");
    }

    private static Instant instant(String text) {
        try {
            TemporalAccessor parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    text.length() <= "2026-01-01".length() ? text + "T00:00:00Z" : text,
                    OffsetDateTime::from,
                    LocalDateTime::from);
            OffsetDateTime time = parsed instanceof OffsetDateTime offset
                    ? offset
                    : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw new DateTimeException("No database keeps such a time.");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw malformedTime();
        }
    }
}
