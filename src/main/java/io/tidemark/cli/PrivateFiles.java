package io.tidemark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Small files that only their user reads, and that are there whole or not at all. */
final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    static Optional<String> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    static void write(Path file, String text) throws IOException {
        Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        makeDirectory(directory);
        // A temporary file is its owner's alone from the beginning: by its permissions, on Windows by its place in the
        // profile.
        Path temporary = Files.createTempFile(directory, ".new", "");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static void makeDirectory(Path directory) throws IOException {
        if (POSIX) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Whether others than its owner may read or write it. */
    static boolean isOpen(Path file) throws IOException {
        return POSIX
                && Files.exists(file)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                        .endsWith("------");
    }
}
