package io.tidemark.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;

/** Compares the directory with the record of it: kinds, and the hashes of all contents. */
final class Verification {

    private final LocalTree tree;
    private final MirrorState state;
    private final Progress progress;
    private int added;

    Verification(LocalTree tree, MirrorState state, Progress progress) {
        this.tree = tree;
        this.state = state;
        this.progress = progress;
    }

    /** Has everything that was changed or deleted here fetched again by the next run. */
    void run() throws IOException {
        for (Entry entry : List.copyOf(state.entries())) {
            if (entry.directory()) {
                if (!tree.isDirectory(entry.path())) {
                    state.trouble(entry.path() + '/', "it was deleted here");
                }
            } else if (!hasHash(entry)) {
                progress.note("changed or deleted here: " + entry.path());
                state.put(entry.forgotten());
                state.trouble(entry.path(), "it was changed here");
            }
        }
    }

    /**
     * Tells of files that the mirror did not put there.
     *
     * @return how many there are
     */
    int reportAdditions() throws IOException {
        added = 0;
        Files.walkFileTree(tree.root(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(tree.root()) || isOurs(directory)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                isOurs(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return added;
    }

    private boolean isOurs(Path file) {
        Path path = tree.root().relativize(file);
        if (state.entry(path.toString().replace(path.getFileSystem().getSeparator(), "/")) != null) {
            return true;
        }
        added++;
        progress.warn("not on the server, left alone: " + path);
        return false;
    }

    private boolean hasHash(Entry entry) throws IOException {
        Path file = tree.at(entry.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Fetcher.sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(entry.sha256());
        }
    }
}
