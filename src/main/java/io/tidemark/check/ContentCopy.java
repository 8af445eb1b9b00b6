package io.tidemark.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Copies the files of contents. One that an earlier backup has is linked and takes no room: its name is its hash, so that it is
 * never another. Parts of uploads that are not whole may still grow, and are copied.
 */
final class ContentCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final @Nullable Path earlier;
    private boolean links;
    private long copied;
    private long linked;

    /**
     * A copy of a directory of contents.
     *
     * @param earlier that of an earlier backup, on the same file system; null for none
     */
    ContentCopy(Path from, Path to, @Nullable Path earlier) {
        this.from = from;
        this.to = to;
        this.earlier = earlier;
        this.links = earlier != null;
    }

    /** Copies all there is, to the disk. */
    void run() throws IOException {
        Files.createDirectories(to);
        for (String part : new String[] {"bodies", "parts"}) {
            if (Files.exists(from.resolve(part))) {
                Files.walkFileTree(from.resolve(part), this);
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(directory)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = from.relativize(file);
        try {
            if (relative.startsWith("bodies") && link(relative, attributes.size())) {
                linked++;
            } else {
                Path copy = to.resolve(relative);
                Files.copy(file, copy);
                synchronise(copy, StandardOpenOption.WRITE);
                copied++;
            }
        } catch (NoSuchFileException e) {
            if (relative.startsWith("bodies")) {
                throw e;
            }
            // An upload has become whole, or was given up.
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException && from.relativize(file).startsWith("parts")) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
        if (failure != null && !(failure instanceof NoSuchFileException)) {
            throw failure;
        }
        synchronise(to.resolve(from.relativize(directory)), StandardOpenOption.READ);
        return FileVisitResult.CONTINUE;
    }

    private boolean link(Path relative, long size) throws IOException {
        if (!links || earlier == null) {
            return false;
        }
        Path before = earlier.resolve(relative);
        if (!Files.exists(before) || Files.size(before) != size) {
            return false;
        }
        try {
            Files.createLink(to.resolve(relative), before);
            return true;
        } catch (UnsupportedOperationException e) {
            links = false;
            return false;
        }
    }

    static void synchronise(Path file, StandardOpenOption mode) {
        try (FileChannel channel = FileChannel.open(file, mode)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long copied() {
        return copied;
    }

    long linked() {
        return linked;
    }
}
