package io.tidemark.tool;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What came of a fetch.
 *
 * @param file the content, whole and on the disk; null when there is none
 * @param entry what it is
 * @param reused whether it was here before, under another name
 * @param reason why there is none
 * @param vanished whether that is because it is not there any more
 */
record Fetched(String path, @Nullable Path file, Entry entry, boolean reused, String reason, boolean vanished) {

    static Fetched of(Path file, Entry entry, boolean reused) {
        return new Fetched(entry.path(), file, entry, reused, "", false);
    }

    static Fetched nothing(String path, String reason, boolean vanished) {
        return new Fetched(path, null, Entry.directory(path, ""), false, reason, vanished);
    }
}
