package io.tidemark.replica;

import io.tidemark.tool.Directories;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder here, and what is done in it. Nothing is ever overwritten: what has to go is taken out by a rename first and looked at
 * then, and what comes is put where nothing is. No symbolic link is followed. {@code .tidemark} in it is the replica's own.
 */
final class Folder implements AutoCloseable {

    static final String OWN = ".tidemark";

    private static final int BUFFER = 1 << 16;

    private final Path root;
    private final Path incoming;
    private final Path attic;
    private final FileChannel lock;
    private final Runnable boundary;
    private long counter;

    private Folder(Path root, FileChannel lock, Runnable boundary) {
        this.root = root;
        this.incoming = own(root).resolve("incoming");
        this.attic = own(root).resolve("attic");
        this.lock = lock;
        this.boundary = boundary;
    }

    /** Where a folder's replica keeps what is its own. */
    static Path own(Path root) {
        return root.resolve(OWN);
    }

    /**
     * Takes hold of a folder.
     *
     * @param boundary what is run before and after each thing that is done in it; tests are killed there
     * @throws UnusableException when another one has hold of it
     */
    static Folder open(Path directory, Runnable boundary) throws IOException, UnusableException {
        Path root = directory.toRealPath();
        Files.createDirectories(own(root).resolve("attic"));
        Files.createDirectories(own(root).resolve("incoming"));
        FileChannel lock =
                FileChannel.open(own(root).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            throw new UnusableException("Another tidemark sync is at work in " + directory + '.');
        }
        Folder folder = new Folder(root, lock, boundary);
        try (Stream<Path> old = Files.list(folder.incoming)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> kept = Files.list(folder.attic)) {
            folder.counter = kept.mapToLong(
                            file -> Long.parseLong(file.getFileName().toString()))
                    .max()
                    .orElse(0);
        }
        return folder;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    /**
     * Where a path is.
     *
     * @throws FileSystemException when a symbolic link is on the way to it
     */
    Path at(String path) throws FileSystemException {
        if (path.isEmpty()) {
            return root;
        }
        Path place = root.resolve(path);
        if (!place.startsWith(root) || !place.normalize().equals(place)) {
            throw new IllegalArgumentException("A path leads out of the folder: " + path);
        }
        for (Path above = place.getParent(); above != null && !above.equals(root); above = above.getParent()) {
            if (Files.isSymbolicLink(above)) {
                throw new FileSystemException(above.toString(), null, "is a symbolic link now");
            }
        }
        return place;
    }

    /** A name for a file on its way in. */
    Path temporary() {
        return incoming.resolve(Long.toString(++counter));
    }

    /** A name in the attic. */
    String atticName() {
        return Long.toString(++counter);
    }

    Path inAttic(String name) {
        return attic.resolve(name);
    }

    /** What is in the attic. */
    Iterable<String> attic() throws IOException {
        try (Stream<Path> kept = Files.list(attic)) {
            return kept.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    boolean exists(String path) throws IOException {
        return Files.exists(at(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Takes a file out; whatever is at the path by now. */
    void take(String path, String name) throws IOException {
        boundary.run();
        Files.move(at(path), inAttic(name));
        boundary.run();
    }

    /** Puts a file, wherever it is, to a path at which nothing may be. */
    void place(Path file, String path) throws IOException {
        Path target = at(path);
        boundary.run();
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        try {
            // A link comes to be only where nothing is; a rename would replace.
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException e) {
            if (!isSpelling(file, target)) {
                throw e;
            }
            respell(file, target);
            return;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(file, target);
            return;
        }
        boundary.run();
        Files.delete(file);
        boundary.run();
        Directories.force(target.getParent());
    }

    /** Puts back what was taken out, whatever it is, to a path at which nothing may be. */
    void putBack(Path kept, String path) throws IOException {
        if (Files.isRegularFile(kept, LinkOption.NOFOLLOW_LINKS)) {
            place(kept, path);
            return;
        }
        boundary.run();
        Files.move(kept, at(path));
        boundary.run();
    }

    /** Moves a file or folder to where nothing is. */
    void move(String from, String to, boolean folder) throws IOException {
        if (!folder) {
            place(at(from), to);
            return;
        }
        boundary.run();
        if (isSpelling(at(from), at(to))) {
            respell(at(from), at(to));
        } else {
            Files.move(at(from), at(to));
        }
        boundary.run();
        Directories.force(at(to).getParent());
    }

    /** Whether one name is the other in another spelling, on a file system to which they are the same. */
    private static boolean isSpelling(Path one, Path other) throws IOException {
        return one.toString().equalsIgnoreCase(other.toString())
                && Files.exists(other, LinkOption.NOFOLLOW_LINKS)
                && Files.isSameFile(one, other);
    }

    /** By way of another name: Java takes a move to the same file for done. */
    private static void respell(Path from, Path to) throws IOException {
        Path between = from.resolveSibling(Paths.passing(from.getFileName().toString(), 0));
        Files.move(from, between);
        Files.move(between, to);
    }

    void make(String path) throws IOException {
        boundary.run();
        Files.createDirectory(at(path));
        boundary.run();
        Directories.force(at(path).getParent());
    }

    /** Deletes a folder in which nothing is. */
    void deleteEmpty(String path) throws IOException {
        boundary.run();
        Files.delete(at(path));
        boundary.run();
    }

    /** A file or folder as it is now. */
    Stamp stamp(Path file) throws IOException {
        long now = System.currentTimeMillis();
        return stamp(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS), now);
    }

    static Stamp stamp(BasicFileAttributes attributes, long now) {
        Object key = attributes.fileKey();
        String identity = key == null ? "" : key.toString();
        return attributes.isDirectory()
                ? new Stamp(0, 0, identity, 0)
                : new Stamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS), identity, now);
    }

    static void setModified(Path file, long millis) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(millis));
    }

    static String sha(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a file's content survive a power failure. */
    static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
