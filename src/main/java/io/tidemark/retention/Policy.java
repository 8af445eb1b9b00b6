package io.tidemark.retention;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.xml.Tidemark;
import io.tidemark.kernel.xml.XmlElement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long revisions stay (docs/retention.md).
 *
 * @param session of revisions by one author that follow one another within so long, only the last stays; null for all
 * @param keeps what stays of what sessions leave; all for none
 */
record Policy(@Nullable Duration session, List<Keep> keeps) {

    /** More rules than this nobody means. */
    private static final int MOST_KEEPS = 20;

    /**
     * Of the revisions that are younger than something, one in each span of time.
     *
     * @param younger null for all
     * @param every null for each revision
     */
    record Keep(@Nullable Duration younger, @Nullable Duration every) {

        /** When a revision is too old for it; null for never. */
        @Nullable
        Instant until(Instant made) {
            return younger == null ? null : made.plus(younger);
        }

        /** Which span of time a moment is in. Spans are counted from 1970, so that they are the same whenever one looks. */
        long span(Instant moment) {
            return every == null ? 0 : Math.floorDiv(moment.getEpochSecond(), every.toSeconds());
        }
    }

    /**
     * Reads a {@code T:retention}.
     *
     * @throws DavException 409 {@code sensible-retention}
     */
    static Policy parse(XmlElement retention) {
        List<XmlElement> sessions = retention.children(Tidemark.SESSION);
        List<XmlElement> keeps = retention.children(Tidemark.KEEP);
        boolean known = retention.children().size() == sessions.size() + keeps.size();
        if (!known
                || sessions.size() > 1
                || keeps.size() > MOST_KEEPS
                || !retention.text().isBlank()) {
            throw nonsense();
        }
        return new Policy(
                sessions.isEmpty() ? null : Spans.parse(sessions.get(0).text()).orElseThrow(Policy::nonsense),
                keeps.stream().map(Policy::keep).toList());
    }

    private static Keep keep(XmlElement keep) {
        Duration younger = duration(keep, "for", "ever");
        Duration every = duration(keep, "every", "all");
        boolean spanTooLong = younger != null && every != null && every.compareTo(younger) > 0;
        if (spanTooLong || !keep.children().isEmpty() || !keep.text().isBlank()) {
            throw nonsense();
        }
        return new Keep(younger, every);
    }

    private static @Nullable Duration duration(XmlElement keep, String attribute, String endless) {
        String text = keep.attribute(attribute).orElseThrow(Policy::nonsense).strip();
        return text.equals(endless) ? null : Spans.parse(text).orElseThrow(Policy::nonsense);
    }

    private static DavException nonsense() {
        return DavException.of(409, Conditions.SENSIBLE_RETENTION);
    }
}
