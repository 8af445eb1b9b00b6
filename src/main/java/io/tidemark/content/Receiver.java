package io.tidemark.content;

import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.Checksum;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Takes bodies from the network, outside any transaction: a slow client must not hold one. */
@ApplicationScoped
public class Receiver {

    private static final int BUFFER = 128 * 1024;

    private final ContentStore store;
    private final int maxInline;

    /** A receiver that keeps bodies of up to {@code maxInline} bytes for the row, and stages longer ones. */
    @Inject
    public Receiver(
            ContentStore store,
            @ConfigProperty(name = "tidemark.content.max-inline-bytes", defaultValue = "16384") int maxInline) {
        this.store = store;
        this.maxInline = maxInline;
    }

    /** For the container's proxies. */
    protected Receiver() {
        this(new FileContentStore(), 0);
    }

    /**
     * Reads a body to its end.
     *
     * @throws DavException 400 when it breaks off or does not match a checksum, 507 when the disk is full
     */
    public StagedBody receive(InputStream in, List<Checksum> checksums) {
        return receive(in, new byte[maxInline + 1], checksums);
    }

    /** The same for a body of a known length, in bytes: of many small ones, each takes only the memory that it needs. */
    public StagedBody receive(InputStream in, long length) {
        return receive(in, new byte[(int) Math.min(maxInline, length) + 1], List.of());
    }

    private StagedBody receive(InputStream in, byte[] head, List<Checksum> checksums) {
        Digests digests = new Digests(checksums);
        int length = fill(in, head);
        digests.update(head, 0, length);
        if (length < head.length) {
            return new StagedBody(digests.finish(), length, now(), digests.sums(), Arrays.copyOf(head, length), null);
        }
        return stage(in, head, digests);
    }

    private StagedBody stage(InputStream in, byte[] head, Digests digests) {
        Path file = null;
        try {
            file = store.stage();
            long length = copy(in, head, digests, file);
            return new StagedBody(digests.finish(), length, now(), digests.sums(), null, file);
        } catch (IOException e) {
            discard(file, e);
            throw DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE);
        } catch (RuntimeException e) {
            discard(file, e);
            throw e;
        }
    }

    private static long copy(InputStream in, byte[] head, Digests digests, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            write(channel, ByteBuffer.wrap(head));
            byte[] buffer = new byte[BUFFER];
            long length = head.length;
            for (int read = fill(in, buffer); read > 0; read = fill(in, buffer)) {
                digests.update(buffer, 0, read);
                write(channel, ByteBuffer.wrap(buffer, 0, read));
                length += read;
            }
            channel.force(true);
            return length;
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads until the buffer is full or the body ends; what fails here is the client's side. */
    private static int fill(InputStream in, byte[] buffer) {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw DavException.badRequest("The body broke off.");
        }
    }

    private static void discard(@Nullable Path file, Exception reason) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                reason.addSuppressed(e);
            }
        }
    }
}
