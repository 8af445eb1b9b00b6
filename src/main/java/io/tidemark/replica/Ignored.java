package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * What is not kept in step, on either side: the replica's own, what systems and editors leave lying about, and what
 * {@code .tidemarkignore} names. That has a pattern in each line, as {@code .gitignore} has: {@code #} begins a remark, {@code !} takes
 * back what an earlier line said, a slash at the end means folders only, one elsewhere the place below the folder that is kept
 * in step; {@code *}, {@code ?}, {@code [a-z]} and {@code **} stand for what they do there. The last line that matches counts.
 */
final class Ignored {

    static final String FILE = ".tidemarkignore";

    private static final List<String> USUAL = List.of(
            "/" + Folder.OWN + "/",
            ".DS_Store",
            "._*",
            "Thumbs.db",
            "desktop.ini",
            ".~lock.*#",
            "~$*",
            ".*.sw[a-p]",
            ".nfs*");

    private final List<Rule> rules;

    private Ignored(List<Rule> rules) {
        this.rules = rules;
    }

    private record Rule(PathMatcher matcher, boolean anchored, boolean foldersOnly, boolean ignores) {}

    /** What is usual, and what a folder's {@code .tidemarkignore} says. */
    static Ignored in(Path root) throws IOException {
        List<String> lines = new ArrayList<>(USUAL);
        try {
            lines.addAll(Files.readAllLines(root.resolve(FILE)));
        } catch (NoSuchFileException e) {
            return of(lines);
        }
        // Its own is not for others to take back.
        lines.add(USUAL.get(0));
        return of(lines);
    }

    /**
     * Reads patterns.
     *
     * @throws IOException for one that is none: what it means is not to be guessed
     */
    static Ignored of(List<String> lines) throws IOException {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.stripTrailing();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            boolean ignores = !text.startsWith("!");
            String pattern = ignores ? text : text.substring(1);
            boolean foldersOnly = pattern.endsWith("/");
            String trimmed = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
            boolean anchored = trimmed.indexOf('/') >= 0;
            String glob = trimmed.startsWith("/") ? trimmed.substring(1) : trimmed;
            try {
                rules.add(new Rule(
                        // Braces are not special in .gitignore.
                        FileSystems.getDefault()
                                .getPathMatcher(
                                        "glob:" + glob.replace("{", "\\{").replace("}", "\\}")),
                        anchored,
                        foldersOnly,
                        ignores));
            } catch (PatternSyntaxException e) {
                throw new IOException(FILE + " has a pattern that is none: " + line, e);
            }
        }
        return new Ignored(rules);
    }

    /** Whether a path is ignored; whether what is above it is, must be asked before. */
    boolean matches(String path, boolean folder) {
        Path whole = Path.of(path);
        Path name = Path.of(Paths.name(path));
        boolean ignored = false;
        for (Rule rule : rules) {
            if ((folder || !rule.foldersOnly()) && rule.matcher().matches(rule.anchored() ? whole : name)) {
                ignored = rule.ignores();
            }
        }
        return ignored;
    }

    /** The topmost paths of a tree that are ignored. */
    <T extends Item<T>> List<String> among(Tree<T> tree) {
        List<String> found = new ArrayList<>();
        for (T item : tree.all()) {
            if (matches(item.path(), item.folder())) {
                found.add(item.path());
            }
        }
        return found;
    }
}
