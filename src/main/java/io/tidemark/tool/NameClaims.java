package io.tidemark.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the local file system takes several names for one (capitals, composed characters), keeps the second of two members
 * from overwriting the first. Elsewhere it does nothing.
 */
final class NameClaims {

    private final boolean foldsCase;
    private final boolean foldsForm;
    private final Map<String, String> claimed = new HashMap<>();

    NameClaims(boolean foldsCase, boolean foldsForm) {
        this.foldsCase = foldsCase;
        this.foldsForm = foldsForm;
    }

    /** Tries out what a file system does. */
    static NameClaims probe(Path directory) throws IOException {
        return new NameClaims(isSame(directory, "Probe", "pROBE"), isSame(directory, "prob\u00e9", "probe\u0301"));
    }

    private static boolean isSame(Path directory, String name, String other) throws IOException {
        try {
            Path file = directory.resolve(name);
            Files.deleteIfExists(file);
            Files.createFile(file);
            boolean same = Files.exists(directory.resolve(other));
            Files.delete(file);
            return same;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    void claimAll(Collection<Entry> entries) {
        entries.forEach(entry -> claim(entry.path()));
    }

    /**
     * Claims a path and those above it.
     *
     * @return the member that has it under another name, if one does; nothing is claimed then
     */
    Optional<String> claim(String path) {
        if (!foldsCase && !foldsForm) {
            return Optional.empty();
        }
        for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
            String step = end < 0 ? path : path.substring(0, end);
            String other = claimed.putIfAbsent(folded(step), step);
            if (other != null && !other.equals(step)) {
                return Optional.of(other);
            }
            if (end < 0) {
                return Optional.empty();
            }
        }
    }

    void release(String path) {
        claimed.remove(folded(path), path);
    }

    private String folded(String path) {
        String form = foldsForm ? Normalizer.normalize(path, Normalizer.Form.NFC) : path;
        return foldsCase ? form.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT) : form;
    }
}
