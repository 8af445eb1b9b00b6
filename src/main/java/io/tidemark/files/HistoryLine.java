package io.tidemark.files;

import io.tidemark.content.ContentHash;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import io.tidemark.kernel.http.HeaderText;
import io.tidemark.kernel.http.RevisionId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history's manifest: one version of a file (docs/history.md, Bringing history along).
 *
 * @param path where the file is to be
 * @param at when the version was made
 * @param author who made it
 * @param comment why; null when nobody said
 * @param labels the names that people gave to it
 * @param hash the SHA-256 of its content
 */
record HistoryLine(
        DavPath path, Instant at, String author, @Nullable String comment, List<String> labels, ContentHash hash) {

    private static final int UNPROCESSABLE = 422;
    private static final int FIELDS = 6;
    private static final int MOST_AUTHOR_CHARACTERS = 255;

    /**
     * Reads a line: path, time, author, comment, labels and SHA-256, with a tab between each two. In each, what is not printable
     * ASCII is percent-encoded, and so is the percent sign.
     *
     * @throws DavException 422 for what is no such line
     */
    static HistoryLine parse(String line, DavPath collection) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw DavException.unprocessable("A line has " + FIELDS + " fields.");
        }
        try {
            String comment = HeaderText.decode(fields[3]);
            return new HistoryLine(
                    EntryName.below(collection, HeaderText.decode(fields[0])),
                    time(fields[1]),
                    author(HeaderText.decode(fields[2])),
                    comment.isEmpty() ? null : comment,
                    labels(HeaderText.decode(fields[4])),
                    ContentHash.parse(fields[5]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw DavException.unprocessable("A line has a time or a SHA-256 that is none.");
        } catch (DavException e) {
            throw e.status() == UNPROCESSABLE ? e : DavException.unprocessable(String.valueOf(e.getMessage()));
        }
    }

    private static Instant time(String text) {
        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        if (time.isAfter(Instant.now()) || time.isBefore(Instant.EPOCH)) {
            throw DavException.unprocessable("A version was made between 1970 and now.");
        }
        return time;
    }

    private static String author(String name) {
        if (name.isBlank() || name.length() > MOST_AUTHOR_CHARACTERS) {
            throw DavException.unprocessable("A version has an author.");
        }
        return name;
    }

    private static List<String> labels(String list) {
        Set<String> labels = new LinkedHashSet<>();
        for (String label : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            if (!RevisionId.canBeLabel(label) || !labels.add(label)) {
                throw DavException.unprocessable("This is no label, or it is there twice: " + label);
            }
        }
        return List.copyOf(labels);
    }
}
