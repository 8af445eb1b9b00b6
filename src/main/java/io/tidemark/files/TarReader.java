package io.tidemark.files;

import io.tidemark.kernel.error.DavException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive from the network entry by entry (POSIX.1-2001 with its pax headers, ustar, and GNU's long names). A
 * stream that ends before the archive does is never taken for a whole one.
 */
final class TarReader {

    /** What one entry may have before its body: names, times and whatever else its writer says of it. */
    private static final int MAX_HEADER_BYTES = 1 << 20;

    private static final int BUFFER = 64 * 1024;

    private final HeaderLimit limit;
    private final Archive archive;

    TarReader(InputStream in) {
        limit = new HeaderLimit(new BufferedInputStream(in, BUFFER));
        archive = new Archive(limit);
    }

    /**
     * The next entry, whose body then comes from {@link #body}; null at the archive's end.
     *
     * @throws DavException 400 when this is no tar archive, or it breaks off
     */
    @Nullable
    TarArchiveEntry next() {
        try {
            if (archive.getCurrentEntry() != null && archive.available() > 0) {
                // What is left of a body that nobody wanted is no header.
                archive.skipNBytes(archive.getCurrentEntry().getRealSize());
            }
            limit.begin(MAX_HEADER_BYTES);
            TarArchiveEntry entry = archive.getNextEntry();
            limit.end();
            if (entry == null && !archive.hasEnded) {
                throw DavException.badRequest("The archive broke off: its end is missing.");
            }
            return entry;
        } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw DavException.badRequest("The archive is malformed, or broke off.");
        }
    }

    /** The body of the entry that came last. */
    InputStream body() {
        return archive;
    }

    /** Knows whether the zeros have come that end every archive. */
    private static final class Archive extends TarArchiveInputStream {

        private boolean hasEnded;

        Archive(InputStream in) {
            super(in, StandardCharsets.UTF_8.name());
        }

        @Override
        protected boolean isEOFRecord(byte @Nullable [] record) {
            boolean end = super.isEOFRecord(record);
            hasEnded |= end && record != null;
            return end;
        }
    }
}
