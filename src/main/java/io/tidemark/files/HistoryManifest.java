package io.tidemark.files;

import io.tidemark.content.StagedBody;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.DavPath;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of the versions that it holds, before it brings them: a line for each, in the order of their times. It
 * waits on the disk, however long it is.
 */
final class HistoryManifest implements AutoCloseable {

    /** The archive's first entry. The versions' contents follow in the order of the lines. */
    static final String NAME = ".tidemark-history";

    private static final int MOST_CHARACTERS = 64 * 1024;

    private final StagedBody staged;
    private final DavPath collection;
    private final BufferedReader lines;

    HistoryManifest(StagedBody staged, DavPath collection) {
        this.staged = staged;
        this.collection = collection;
        this.lines = open(staged);
    }

    /**
     * Looks through all of it.
     *
     * @param each is given each line
     * @throws DavException 422 for a malformed line, for lines that are not in the order of their times, of one file not one after
     *     another, and for a label that two versions of one file have
     */
    void check(Consumer<HistoryLine> each) {
        Map<DavPath, Set<String>> labels = new HashMap<>();
        Set<DavPath> atOnce = new HashSet<>();
        Instant last = Instant.MIN;
        try (BufferedReader all = open(staged)) {
            for (HistoryLine line = next(all); line != null; line = next(all)) {
                if (line.at().isBefore(last)) {
                    throw DavException.unprocessable("The lines are not in the order of their times.");
                }
                if (line.at().isAfter(last)) {
                    atOnce.clear();
                }
                last = line.at();
                if (!atOnce.add(line.path())) {
                    throw DavException.unprocessable("Two versions of one file have one time.");
                }
                Set<String> known = line.labels().isEmpty()
                        ? new HashSet<>()
                        : labels.computeIfAbsent(line.path(), path -> new HashSet<>());
                if (!line.labels().stream().allMatch(known::add)) {
                    throw DavException.unprocessable("Two versions of one file have one label.");
                }
                each.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line; null at the end. */
    @Nullable
    HistoryLine next() {
        return next(lines);
    }

    private @Nullable HistoryLine next(BufferedReader from) {
        try {
            String line = line(from);
            return line == null ? null : HistoryLine.parse(line, collection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line, which must not be endless. */
    private static @Nullable String line(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next >= 0; next = from.read()) {
            if (next == '\n') {
                return line.toString();
            }
            if (line.length() == MOST_CHARACTERS) {
                throw DavException.unprocessable("A line is too long.");
            }
            line.append((char) next);
        }
        return line.isEmpty() ? null : line.toString();
    }

    private static BufferedReader open(StagedBody staged) {
        try {
            byte[] body = staged.body();
            InputStream in = body == null
                    ? Files.newInputStream(Objects.requireNonNull(staged.file()))
                    : new ByteArrayInputStream(body);
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staged.close();
    }
}
