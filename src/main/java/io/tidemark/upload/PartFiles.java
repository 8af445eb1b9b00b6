package io.tidemark.upload;

import io.tidemark.content.AnnouncedChecksums;
import io.tidemark.content.ContentStore;
import io.tidemark.kernel.error.Conditions;
import io.tidemark.kernel.error.DavException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * The files of parts, those of an upload in a directory of its own. Each request writes a file of its own: one that was
 * overtaken, and does not know it yet, writes nowhere where somebody else does.
 */
@ApplicationScoped
class PartFiles {

    private static final int BUFFER = 128 * 1024;

    /** After so many bytes it is noted that they have come: a crash costs no more. */
    private static final int STRIDE = 8 * 1024 * 1024;

    private static final int END = -1;
    private static final int BROKEN = -2;

    @Inject
    private ContentStore store;

    /**
     * Writes a body to a new file.
     *
     * @param most how many bytes it may have
     * @param announced what the body must match
     * @param landed is told of bytes that are on the disk now, from time to time, at the end, and when the body breaks off;
     *     of a body that must match something at its end alone
     * @throws DavException 400 when the body breaks off or does not match; 507 when the disk is full
     * @throws UploadRefusal when it has more bytes
     */
    void receive(
            UUID upload, UUID file, InputStream body, long most, AnnouncedChecksums announced, LongConsumer landed) {
        receive(upload, file, body, most, announced, landed, announced.isEmpty());
    }

    /** The same for a body that counts whole or not at all; returns its length in bytes. */
    long receiveWhole(UUID upload, UUID file, InputStream body, long most, AnnouncedChecksums announced) {
        long[] length = new long[1];
        receive(upload, file, body, most, announced, bytes -> length[0] = bytes, false);
        return length[0];
    }

    private void receive(
            UUID upload,
            UUID file,
            InputStream body,
            long most,
            AnnouncedChecksums announced,
            LongConsumer landed,
            boolean piecemeal) {
        try (FileChannel channel = create(upload, file)) {
            byte[] buffer = new byte[BUFFER];
            long pending = 0;
            long total = 0;
            for (int read = read(body, buffer); read != END; read = read(body, buffer)) {
                if (read == BROKEN) {
                    if (piecemeal && pending > 0) {
                        channel.force(true);
                        landed.accept(pending);
                    }
                    throw DavException.badRequest("The body broke off.");
                }
                total += read;
                if (total > most) {
                    throw UploadRefusal.inconsistentLength(0);
                }
                announced.update(buffer, 0, read);
                write(channel, buffer, read);
                pending += read;
                if (piecemeal && pending >= STRIDE) {
                    channel.force(true);
                    landed.accept(pending);
                    pending = 0;
                }
            }
            announced.check();
            channel.force(true);
            landed.accept(pending);
        } catch (IOException e) {
            throw DavException.of(507, Conditions.SUFFICIENT_DISK_SPACE);
        }
    }

    /** What fails here is the client's side. */
    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer, 0, buffer.length);
        } catch (IOException e) {
            return BROKEN;
        }
    }

    private static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private FileChannel create(UUID upload, UUID file) throws IOException {
        Path directory = directory(upload);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            synchronise(store.parts());
        }
        FileChannel channel = FileChannel.open(
                directory.resolve(file.toString()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        synchronise(directory);
        return channel;
    }

    /** The parts one after the other; each file is opened when its turn comes. */
    InputStream open(List<Part> parts) {
        return new PartStream(
                parts, part -> directory(part.upload()).resolve(part.file().toString()));
    }

    /** Deletes a file, if it is there. */
    void delete(UUID upload, UUID file) {
        try {
            Files.deleteIfExists(directory(upload).resolve(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all files of an upload. */
    void delete(UUID upload) {
        Path directory = directory(upload);
        try {
            for (Path file : list(directory)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The uploads that have a directory which nothing was put in since a time. */
    List<UUID> untouchedSince(Instant time) {
        List<UUID> found = new ArrayList<>();
        try {
            for (Path directory : list(store.parts())) {
                if (Files.getLastModifiedTime(directory).toInstant().isBefore(time)) {
                    found.add(UUID.fromString(
                            Objects.requireNonNull(directory.getFileName()).toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private Path directory(UUID upload) {
        return store.parts().resolve(upload.toString());
    }

    private static void synchronise(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
