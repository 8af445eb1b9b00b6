package io.tidemark.replica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who works in a folder, at random, as people and their editors do. */
final class Person {

    private static final List<String> NAMES = List.of("a", "b", "c.txt", "A");

    private final Path root;
    private final Random random;
    private final Supplier<String> contents;
    final List<String> did = new ArrayList<>();

    Person(Path root, Random random, Supplier<String> contents) {
        this.root = root;
        this.random = random;
        this.contents = contents;
    }

    /** What is in the folder: contents by path, of folders the paths with a slash. */
    static Map<String, String> listing(Path root) throws IOException {
        Map<String, String> listing = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.toList()) {
                String path = root.relativize(file).toString();
                if (path.isEmpty() || Paths.isWithin(path, Folder.OWN)) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    listing.put(path + '/', "");
                } else {
                    listing.put(path, Files.readString(file));
                }
            }
        }
        return listing;
    }

    private List<Path> some(boolean folders) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.startsWith(root.resolve(Folder.OWN)))
                    .filter(path -> Files.isDirectory(path) == folders)
                    .sorted()
                    .toList();
        }
    }

    private Path any(List<Path> paths) {
        return paths.get(random.nextInt(paths.size()));
    }

    private Path place() throws IOException {
        List<Path> folders = some(true);
        for (int i = 0; ; i++) {
            Path folder = any(folders);
            if (root.relativize(folder).getNameCount() < 3 || i > 20) {
                return folder.resolve(NAMES.get(random.nextInt(NAMES.size())));
            }
        }
    }

    /** Does one thing. */
    void work() throws IOException {
        List<Path> files = some(false);
        List<Path> folders =
                some(true).stream().filter(path -> !path.equals(root)).toList();
        int kind = random.nextInt(16);
        if (files.isEmpty() || kind < 4) {
            write();
        } else if (kind < 6) {
            edit(any(files));
        } else if (kind == 6) {
            saveSafely(any(files));
        } else if (kind == 7) {
            swap(any(files), any(files));
        } else if (kind == 8) {
            move(any(files), place());
        } else if (kind == 9) {
            Path file = any(files);
            note("delete", file);
            Files.delete(file);
        } else if (kind == 10 || folders.isEmpty()) {
            Path folder = place();
            if (!Files.exists(folder)) {
                note("mkdir", folder);
                Files.createDirectory(folder);
            }
        } else if (kind == 11) {
            move(any(folders), place());
        } else if (kind == 12) {
            swap(any(folders), any(folders));
        } else if (kind == 13) {
            deleteTree(any(folders));
        } else if (kind == 14) {
            replaceKind(any(files), any(folders));
        } else {
            copy(any(files), place());
        }
    }

    private void note(String what, Path... paths) {
        StringBuilder line =
                new StringBuilder(root.getFileName().toString()).append(": ").append(what);
        for (Path path : paths) {
            line.append(' ').append(root.relativize(path));
        }
        did.add(line.toString());
    }

    private void write() throws IOException {
        Path file = place();
        if (!Files.isDirectory(file)) {
            note("write", file);
            Files.writeString(file, contents.get());
        }
    }

    private void edit(Path file) throws IOException {
        note("edit", file);
        Files.writeString(file, contents.get());
    }

    private void saveSafely(Path file) throws IOException {
        note("save", file);
        Path draft = file.resolveSibling(".draft");
        Files.writeString(draft, contents.get());
        Path before = file.resolveSibling(file.getFileName() + "~");
        if (random.nextBoolean() && !Files.isDirectory(before)) {
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void move(Path from, Path to) throws IOException {
        if (!Files.exists(to) && !to.startsWith(from)) {
            note("move", from, to);
            Files.move(from, to);
        }
    }

    private void swap(Path one, Path other) throws IOException {
        if (!one.startsWith(other) && !other.startsWith(one)) {
            note("swap", one, other);
            Path between = root.resolve(Folder.OWN).resolve("between");
            Files.move(one, between);
            Files.move(other, one);
            Files.move(between, other);
        }
    }

    private void copy(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            note("copy", from, to);
            Files.copy(from, to);
        }
    }

    private void deleteTree(Path folder) throws IOException {
        note("rm -r", folder);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void replaceKind(Path file, Path folder) throws IOException {
        if (random.nextBoolean()) {
            note("file to folder", file);
            Files.delete(file);
            Files.createDirectory(file);
            Files.writeString(file.resolve("a"), contents.get());
        } else {
            deleteTree(folder);
            note("folder to file", folder);
            Files.writeString(folder, contents.get());
        }
    }
}
