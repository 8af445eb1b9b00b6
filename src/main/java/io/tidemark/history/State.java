package io.tidemark.history;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.RevisionId;
import io.tidemark.kernel.xml.Rfc4918;
import io.tidemark.kernel.xml.Rfc6578;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.VersioningDraft;
import io.tidemark.kernel.xml.XmlElement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A state of a file or of a tree, as a body names it (docs/history.md, States). {@link States} finds what it stands for. */
public sealed interface State {

    /** As it was at a time. */
    record AtTime(Instant time) implements State {}

    /** As it was at a sync token of the collection. */
    record AtToken(String token) implements State {}

    /**
     * As a change left it.
     *
     * @param id the change's id as the client wrote it
     * @param before whether right before the change is meant, and not right after it
     */
    record AtChange(String id, boolean before) implements State {}

    /** A revision, by its id or a label. */
    record OfRevision(String name) implements State {}

    /** Another file or tree as it is now. */
    record Elsewhere(String href) implements State {}

    /** As it is now. */
    record Now() implements State {}

    /** The state of now. */
    State NOW = new Now();

    /** The last year that RFC 3339 writes with four digits, and databases keep. */
    int LAST_YEAR = 9999;

    /**
     * Reads the one state that an element holds.
     *
     * @throws DavException 422 when it holds none, several, or one that is no state
     */
    static State in(XmlElement holder) {
        List<XmlElement> children = holder.children();
        if (children.size() != 1) {
            throw DavException.unprocessable("One state is meant.");
        }
        XmlElement state = children.get(0);
        if (state.is(Tidemark.NOW)) {
            return NOW;
        }
        if (state.text().isEmpty()) {
            throw DavException.unprocessable("A state is empty.");
        }
        if (state.is(Tidemark.TIME)) {
            return new AtTime(time(state.text()));
        } else if (state.is(Rfc6578.SYNC_TOKEN)) {
            return new AtToken(state.text());
        } else if (state.is(Tidemark.CHANGE)) {
            return new AtChange(state.text(), isBefore(state));
        } else if (state.is(VersioningDraft.REVISIONID) && !RevisionId.isTime(state.text())) {
            return new OfRevision(state.text());
        } else if (state.is(Rfc4918.HREF)) {
            return new Elsewhere(state.text());
        }
        throw DavException.unprocessable("The body names no state.");
    }

    private static boolean isBefore(XmlElement change) {
        return switch (change.attribute("before").orElse("0")) {
            case "1" -> true;
            case "0" -> false;
            default -> throw DavException.unprocessable("The attribute before is neither 0 nor 1.");
        };
    }

    private static Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            // Below.
        }
        throw DavException.unprocessable("A time is none of RFC 3339, with a zone.");
    }
}
