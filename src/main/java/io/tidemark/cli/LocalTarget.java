package io.tidemark.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where files from the server go. What comes from there is whole or not there at all, never outside of the root, and never behind a
 * symbolic link in it.
 */
final class LocalTarget {

    private final Path root;
    private final boolean replace;

    /**
     * A place for files.
     *
     * @param root the directory, which is the user's choice and may be behind links
     * @param replace whether files that are there may be replaced
     */
    LocalTarget(Path root, boolean replace) {
        this.root = root.toAbsolutePath().normalize();
        this.replace = replace;
    }

    /** Writes a content, and says when it was modified as HTTP does. */
    interface Writer {
        String write(OutputStream out) throws IOException, InterruptedException;
    }

    /** Where a path is, of names that {@link io.tidemark.tool.CollectionUrl} let through. */
    Path at(String path) {
        Path place = root.resolve(path);
        // No such path comes here; this is what must not happen even if it did.
        if (!place.startsWith(root) || !place.normalize().equals(place)) {
            throw new IllegalArgumentException("A path leads out of the directory: " + path);
        }
        return place;
    }

    /** Makes a directory below the root, if it is not there. */
    void directory(String path) throws IOException {
        Path place = at(path);
        checkLinks(place);
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString(), null, "it is no directory, or a link");
        }
        Files.createDirectory(place);
    }

    /**
     * Writes a file.
     *
     * @throws FileAlreadyExistsException when there is something that may not be replaced
     */
    Path file(String path, Writer writer) throws IOException, InterruptedException {
        Path place = at(path);
        checkLinks(place);
        refuse(place);
        Path temporary = place.resolveSibling(".tidemark-" + UUID.randomUUID() + ".part");
        try {
            String modified;
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                modified = writer.write(out);
            }
            Optional<Instant> time = Found.date(modified);
            if (time.isPresent()) {
                Files.setLastModifiedTime(temporary, FileTime.from(time.get()));
            }
            if (replace) {
                Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE);
            } else {
                // What has come there meanwhile stays; an atomic move would replace it.
                Files.move(temporary, place);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
        return place;
    }

    private void refuse(Path place) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString(), null, "a directory is there");
        }
        if (!replace && Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString(), null, "it is there already; --force replaces it");
        }
    }

    private void checkLinks(Path place) throws IOException {
        for (Path above = place.getParent();
                above != null && !above.equals(root) && above.startsWith(root);
                above = above.getParent()) {
            if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(above.toString(), null, "it is no directory, or a link");
            }
        }
    }
}
