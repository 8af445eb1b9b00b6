package io.tidemark.cli;

import io.tidemark.tool.XmlText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/** A state of a file or folder, as people say it: {@code V3}, a label, {@code yesterday}, a time, a change. */
record State(Kind kind, String value) {

    static final State NOW = new State(Kind.NOW, "");

    private static final String LABEL = "label:";
    private static final String CHANGE = "change:";
    private static final String BEFORE = "before:";
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?");
    private static final Pattern ANYWHERE = Pattern.compile(MOMENT.pattern() + "(Z|[+-][0-9]{2}:[0-9]{2})");

    /** In which way it is said. */
    enum Kind {
        NOW,
        /** A revision's id, or a label. */
        REVISION,
        TIME,
        CHANGE,
        /** Right before a change. */
        BEFORE_CHANGE
    }

    /**
     * Reads what stands behind the at sign.
     *
     * @throws FailedException for nothing, and for a time that is none
     */
    static State parse(String text, Clock clock) throws FailedException {
        if (text.isEmpty()) {
            throw FailedException.usage(
                    "Behind the @ a state is missing, such as @V3, @yesterday or @2026-11-28T12:00.");
        }
        if (text.startsWith(LABEL)) {
            return new State(Kind.REVISION, named(text, LABEL));
        }
        if (text.startsWith(CHANGE)) {
            return new State(Kind.CHANGE, named(text, CHANGE));
        }
        if (text.startsWith(BEFORE)) {
            return new State(Kind.BEFORE_CHANGE, named(text, BEFORE));
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        return switch (text) {
            case "now" -> NOW;
            case "today" -> time(now.toLocalDate().atStartOfDay(clock.getZone()).toInstant());
            case "yesterday" -> time(now.minusDays(1).toInstant());
            default -> timeOrRevision(text, clock.getZone());
        };
    }

    private static State timeOrRevision(String text, ZoneId zone) throws FailedException {
        try {
            if (DATE.matcher(text).matches()) {
                return time(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            if (MOMENT.matcher(text).matches()) {
                return time(LocalDateTime.parse(text).atZone(zone).toInstant());
            }
            if (ANYWHERE.matcher(text).matches()) {
                return time(OffsetDateTime.parse(text).toInstant());
            }
        } catch (DateTimeException e) {
            throw FailedException.usage('@' + Output.shown(text) + " is no time that there is.");
        }
        return new State(Kind.REVISION, text);
    }

    private static String named(String text, String prefix) throws FailedException {
        if (text.length() == prefix.length()) {
            throw FailedException.usage("Behind @" + prefix + " something is missing.");
        }
        return text.substring(prefix.length());
    }

    static State time(Instant time) {
        return new State(Kind.TIME, time.toString());
    }

    boolean isNow() {
        return kind == Kind.NOW;
    }

    /** The element that a body of T:compare, T:changes or T:restore holds for it; prefixes are those of {@link Ask#xml}. */
    String xml() {
        String text = XmlText.escaped(value);
        return switch (kind) {
            case NOW -> "<T:now/>";
            case REVISION -> "<D:revisionid>" + text + "</D:revisionid>";
            case TIME -> "<T:time>" + text + "</T:time>";
            case CHANGE -> "<T:change>" + text + "</T:change>";
            case BEFORE_CHANGE -> "<T:change before=\"1\">" + text + "</T:change>";
        };
    }

    /**
     * The value of {@code Revision-Id} for it.
     *
     * @throws IllegalStateException for now, and for a change, which that header cannot name
     */
    String revisionId() {
        return switch (kind) {
            case REVISION -> header(value);
            case TIME -> "Time(" + value + ')';
            default -> throw new IllegalStateException("Revision-Id does not say " + kind);
        };
    }

    /** A name as it stands in a header: UTF-8, percent-encoded where it is no visible ASCII. */
    static String header(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            if (octet > ' ' && octet < 0x7F && octet != '%') {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet & 0xFF));
            }
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NOW -> "now";
            case REVISION, TIME -> value;
            case CHANGE -> CHANGE + value;
            case BEFORE_CHANGE -> BEFORE + value;
        };
    }
}
