package io.tidemark.tool;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Brings contents to the directory's file system: from the server, or from a copy that is here. For several threads. */
final class Fetcher {

    private static final int BUFFER = 64 * 1024;

    private final Remote remote;
    private final LocalTree tree;
    private final Retry retry;
    private final Progress progress;

    Fetcher(Remote remote, LocalTree tree, Retry retry, Progress progress) {
        this.remote = remote;
        this.tree = tree;
        this.retry = retry;
        this.progress = progress;
    }

    /**
     * A content that is here already.
     *
     * @param file where
     * @param entry what was recorded of it
     * @param spare whether nothing else needs the file, so that it can be moved
     */
    record Source(Path file, Entry entry, boolean spare) {}

    /**
     * Fetches a file.
     *
     * @param source the same content under another name, if there is one
     * @throws IOException when writing fails, or the server wants other credentials: nothing more can be fetched then
     */
    Fetched fetch(Wanted wanted, Optional<Source> source) throws IOException, InterruptedException {
        Path file = tree.temporary();
        if (source.isPresent()) {
            Optional<Fetched> copied = copy(wanted, source.get(), file);
            if (copied.isPresent()) {
                return copied.get();
            }
        }
        try {
            return retry.run(
                    () -> remote.get(wanted.path(), (response, body) -> receive(wanted, response, body, file)));
        } catch (RefusedException e) {
            Files.deleteIfExists(file);
            if (e.status() == 401) {
                throw e;
            }
            return Fetched.nothing(
                    wanted.path(), String.valueOf(e.getMessage()), e.status() == 404 || e.status() == 410);
        } catch (TransientException e) {
            Files.deleteIfExists(file);
            return Fetched.nothing(wanted.path(), String.valueOf(e.getMessage()), false);
        }
    }

    private Fetched receive(Wanted wanted, HttpResponse<?> response, InputStream body, Path file) throws IOException {
        HttpHeaders headers = response.headers();
        if (headers.firstValue("Content-Location").filter(l -> l.endsWith("/")).isPresent()) {
            // What is served there now is the listing of a collection.
            return Fetched.nothing(wanted.path(), "it has become a collection", true);
        }
        Optional<Instant> modified = headers.firstValue("Last-Modified").flatMap(MultistatusParser::date);
        String etag = headers.firstValue("ETag").filter(Entry::isStrong).orElse("");
        long expected = headers.firstValueAsLong("Content-Length").orElse(-1);
        Stored stored = store(body, file, modified.or(wanted::modified), true);
        if (expected >= 0 && stored.size() != expected) {
            throw new TransientException(
                    "GET of " + wanted.path() + ": " + stored.size() + " bytes came of " + expected, null);
        }
        return Fetched.of(file, stored.entry(wanted, etag), false);
    }

    private Optional<Fetched> copy(Wanted wanted, Source source, Path file) throws IOException {
        if (!Files.isRegularFile(source.file(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Stored stored;
        try (InputStream in = Files.newInputStream(source.file(), LinkOption.NOFOLLOW_LINKS)) {
            stored = source.spare() ? read(in, source) : store(in, file, wanted.modified(), false);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (!stored.sha256().equals(source.entry().sha256())) {
            // Somebody changed it here.
            return Optional.empty();
        }
        if (!source.spare()) {
            return Optional.of(Fetched.of(file, stored.entry(wanted, wanted.etag()), true));
        }
        Files.move(source.file(), file, StandardCopyOption.ATOMIC_MOVE);
        if (wanted.modified().isPresent()) {
            Files.setLastModifiedTime(file, FileTime.from(wanted.modified().get()));
        }
        Stored moved = new Stored(stored.size(), Files.getLastModifiedTime(file).toMillis(), stored.sha256());
        return Optional.of(Fetched.of(file, moved.entry(wanted, wanted.etag()), true));
    }

    /** What a file is that stays as it is. */
    private static Stored read(InputStream in, Source source) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            size += n;
        }
        return new Stored(size, source.entry().modified(), HexFormat.of().formatHex(digest.digest()));
    }

    private record Stored(long size, long modified, String sha256) {

        Entry entry(Wanted wanted, String etag) {
            return new Entry(wanted.path(), false, etag, size, modified, sha256, wanted.resourceId());
        }
    }

    private Stored store(InputStream in, Path file, Optional<Instant> modified, boolean count) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                size += n;
                if (count) {
                    progress.received(n);
                }
            }
            if (modified.isPresent()) {
                Files.setLastModifiedTime(file, FileTime.from(modified.get()));
            }
            out.force(true);
        }
        return new Stored(
                size, Files.getLastModifiedTime(file).toMillis(), HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
