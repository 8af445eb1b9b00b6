package io.tidemark.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where an index is, where another is made to take its place, and the file by which {@code scripts/reindex} asks for that.
 *
 * @param directory the node's
 * @param name the index's
 */
record IndexPlace(Path directory, String name) {

    /** The index itself. */
    Path current() {
        return directory.resolve(name);
    }

    /** The one that is made. */
    Path next() {
        return directory.resolve(name + ".next");
    }

    private Path former() {
        return directory.resolve(name + ".former");
    }

    private Path request() {
        return directory.resolve("reindex-" + name);
    }

    /** Whether another index is wanted. */
    boolean isRequested() {
        return Files.exists(request());
    }

    /** Deletes what was being made when the server ended. Without an index in its place, another is made anyhow. */
    void tidy() throws IOException {
        delete(next());
        delete(former());
    }

    /** Puts the index that was made in the place of the other; both are closed. */
    void swap() throws IOException {
        if (Files.exists(current())) {
            Files.move(current(), former());
        }
        Files.move(next(), current());
        delete(former());
        Files.deleteIfExists(request());
    }

    private static void delete(Path place) throws IOException {
        if (Files.exists(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
