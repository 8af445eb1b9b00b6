package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A look at all that is in the folder here. Contents are read where size, time and identity do not show that a file is as it was.
 *
 * @param items what is there, without what is ignored
 * @param left what has to be left alone for now, or for good, with the reason; a reason that is empty needs no telling
 */
record Scan(Tree<Local> items, Map<String, String> left) {

    /** A file was changed a moment ago. */
    static final String BUSY = "";

    /**
     * Looks.
     *
     * @param base what is known of files
     * @param quietMillis how long a file must not have been changed before it is read
     */
    static Scan of(Folder folder, Tree<Agreed> base, Ignored ignored, long quietMillis) throws IOException {
        Visitor look = new Visitor(folder, base, ignored, quietMillis);
        Files.walkFileTree(folder.root(), look);
        return new Scan(look.items, look.left);
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Folder folder;
        private final Tree<Agreed> base;
        private final Ignored ignored;
        private final long quietMillis;
        private final Tree<Local> items = new Tree<>();
        private final Map<String, String> left = new TreeMap<>();

        Visitor(Folder folder, Tree<Agreed> base, Ignored ignored, long quietMillis) {
            this.folder = folder;
            this.base = base;
            this.ignored = ignored;
            this.quietMillis = quietMillis;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (directory.equals(folder.root())) {
                return FileVisitResult.CONTINUE;
            }
            String path = path(directory);
            if (ignored.matches(path, true) || isUnwritable(directory, path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            items.put(new Local(path, true, "", Folder.stamp(attributes, 0)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String path = path(file);
            if (ignored.matches(path, false) || isUnwritable(file, path)) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                left.put(path, attributes.isSymbolicLink() ? "a symbolic link" : "neither a file nor a folder");
                return FileVisitResult.CONTINUE;
            }
            try {
                look(file, path, Folder.stamp(attributes, System.currentTimeMillis()));
            } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE;
            } catch (IOException e) {
                return visitFileFailed(file, e);
            }
            return FileVisitResult.CONTINUE;
        }

        /** Whether a name has octets that are no letters here, so that it cannot be said to the server. */
        private boolean isUnwritable(Path file, String path) {
            boolean unwritable = !folder.root().resolve(path).equals(file);
            if (unwritable) {
                left.put(path, "its name is no text in this system's encoding");
            }
            return unwritable;
        }

        private void look(Path file, String path, Stamp now) throws IOException {
            Agreed was = base.get(path);
            if (was != null
                    && !was.folder()
                    && was.stamp().isSettled()
                    && was.stamp().isSame(now)) {
                items.put(new Local(path, false, was.sha(), was.stamp()));
                return;
            }
            long age = now.seen() - now.modified() / 1_000_000;
            boolean same = was != null && was.stamp().isSame(now);
            if (!same && age >= 0 && age < quietMillis) {
                items.put(new Local(path, false, "", now));
                left.put(path, BUSY);
                return;
            }
            String sha = Folder.sha(file);
            if (!folder.stamp(file).isSame(now)) {
                items.put(new Local(path, false, "", now));
                left.put(path, BUSY);
                return;
            }
            items.put(new Local(path, false, sha, now));
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(folder.root())) {
                throw failure;
            }
            if (!(failure instanceof NoSuchFileException)) {
                left.put(path(file), "it cannot be read: " + failure.getMessage());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            // What could not be listed whole must not be taken for gone.
            if (failure != null) {
                throw failure;
            }
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return folder.root()
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
