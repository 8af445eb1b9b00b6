package io.tidemark.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory, and beside it the place for what is not to be seen in it: files that are on the way in, and what was
 * taken out. A file comes into the directory by a rename only, so that it is there whole or not at all, and no symbolic
 * link on the way to it is followed. Not for several threads, but for {@link #temporary}.
 */
final class LocalTree implements AutoCloseable {

    private final Path root;
    private final Path incoming;
    private final Path attic;
    private final FileChannel lock;
    private final Set<Path> changed = new HashSet<>();
    private final AtomicLong counter = new AtomicLong();

    private LocalTree(Path root, Path state, FileChannel lock) {
        this.root = root;
        this.incoming = state.resolve("incoming");
        this.attic = state.resolve("attic");
        this.lock = lock;
    }

    /**
     * Takes hold of a directory, which is made if it is missing, and clears away what a killed mirror had on the way in. What
     * it had taken out stays beside it until {@link #emptyAttic}.
     *
     * @throws UnusableException when another mirror has hold of it, or files cannot be renamed into it
     */
    static LocalTree open(Path directory, Path state) throws IOException, UnusableException {
        Files.createDirectories(directory);
        Files.createDirectories(state);
        Path root = directory.toRealPath();
        if (state.toRealPath().startsWith(root)) {
            throw new UnusableException("The state must not be inside the directory.");
        }
        if (!Files.getFileStore(root).equals(Files.getFileStore(state))) {
            throw new UnusableException(
                    directory + " and " + state + " are on different file systems: choose another --state.");
        }
        FileChannel lock = FileChannel.open(state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            throw new UnusableException("Another mirror is at work on " + directory + '.');
        }
        LocalTree tree = new LocalTree(root, state, lock);
        Directories.delete(tree.incoming);
        Files.createDirectory(tree.incoming);
        Files.createDirectories(tree.attic);
        tree.counter.set(tree.lastKept());
        return tree;
    }

    private long lastKept() throws IOException {
        try (Stream<Path> kept = Files.list(attic)) {
            return kept.mapToLong(path -> Long.parseLong(path.getFileName().toString()))
                    .max()
                    .orElse(0);
        }
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

    boolean isEmpty() throws IOException {
        try (Stream<Path> names = Files.list(root)) {
            return names.findAny().isEmpty();
        }
    }

    /** Where a path is. */
    Path at(String path) {
        Path place = root.resolve(path);
        // CollectionUrl lets no such path through; this is what must not happen even if it did.
        if (!place.startsWith(root) || !place.normalize().equals(place)) {
            throw new IllegalArgumentException("A path leads out of the directory: " + path);
        }
        return place;
    }

    /** A name for a file on the way in, on the directory's file system. */
    Path temporary() {
        return incoming.resolve(Long.toString(counter.incrementAndGet()));
    }

    /** Whether a file looks as the mirror left it: kind, size and time. */
    boolean isIntact(Entry entry) {
        try {
            BasicFileAttributes attributes = attributes(at(entry.path()));
            return attributes.isRegularFile()
                    && attributes.size() == entry.size()
                    && attributes.lastModifiedTime().toMillis() == entry.modified();
        } catch (IOException e) {
            return false;
        }
    }

    boolean isDirectory(String path) {
        return Files.isDirectory(at(path), LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes a directory, and those above it, in the place of whatever else is there.
     *
     * @return the paths at which there was none
     */
    List<String> makeDirectory(String path) throws IOException {
        List<String> made = new ArrayList<>();
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String step = end < 0 ? path : path.substring(0, end);
            if (!isDirectory(step)) {
                remove(step);
                Files.createDirectory(at(step));
                changed(at(step));
                made.add(step);
            }
            if (end < 0) {
                return made;
            }
        }
    }

    /** Moves a file that is whole, and on the disk, to its place. The directory above it must be there. */
    void install(Path file, String path) throws IOException {
        Path target = at(path);
        if (isDirectory(path)) {
            remove(path);
        }
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        changed(target);
    }

    void touch(String path, long millis) throws IOException {
        Files.getFileAttributeView(at(path), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(FileTime.fromMillis(millis), null, null);
    }

    /** A name for what is to be taken out. */
    String keptName() {
        return Long.toString(counter.incrementAndGet());
    }

    /** Gives a name to nothing else: the state still speaks of what had it. */
    void neverAgain(String name) {
        counter.accumulateAndGet(Long.parseLong(name), Math::max);
    }

    /** Where something that was taken out is. */
    Path kept(String name) {
        return attic.resolve(name);
    }

    /**
     * Takes a file or a whole directory out, at once.
     *
     * @param name under which {@link #kept} finds it until {@link #emptyAttic}
     * @return whether there was anything
     */
    boolean remove(String path, String name) throws IOException {
        Path target = at(path);
        // What is behind a symbolic link is not ours.
        for (Path above = target.getParent(); above != null && !above.equals(root); above = above.getParent()) {
            if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        try {
            Files.move(target, kept(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false;
        }
        changed(target);
        return true;
    }

    private void remove(String path) throws IOException {
        remove(path, keptName());
    }

    /**
     * Puts a directory that was taken out to a path, whatever file is there. The directory above it must be there.
     *
     * @return whether it is there; it is not where somebody else has put a directory, or has taken this one away or a link in its place
     */
    boolean putBack(Path kept, String path) throws IOException {
        if (isDirectory(path) || !isKept(kept) || !Files.isDirectory(kept, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        remove(path);
        try {
            Files.move(kept, at(path), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return false;
        }
        changed(at(path));
        return true;
    }

    /** Whether something that was taken out is ours: no symbolic link leads to it. */
    boolean isKept(Path kept) {
        Path above = kept.getParent();
        while (above != null && !above.equals(attic) && !Files.isSymbolicLink(above)) {
            above = above.getParent();
        }
        return above != null && above.equals(attic) && !Files.isSymbolicLink(kept);
    }

    /** A second name for a file, until {@link #emptyAttic}; empty where the file system has no such names, or there is no file. */
    Optional<Path> link(String path) throws IOException {
        Path link = kept(keptName());
        try {
            return attributes(at(path)).isRegularFile()
                    ? Optional.of(Files.createLink(link, at(path)))
                    : Optional.empty();
        } catch (UnsupportedOperationException | FileSystemException e) {
            return Optional.empty();
        }
    }

    void emptyAttic() throws IOException {
        Directories.delete(attic);
        Files.createDirectory(attic);
    }

    /** Makes everything that was done survive a power failure. */
    void force() throws IOException {
        for (Path directory : changed) {
            Directories.force(directory);
        }
        changed.clear();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private void changed(Path target) {
        Path above = target.getParent();
        if (above != null) {
            changed.add(above);
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
