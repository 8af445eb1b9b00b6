package io.tidemark.app;

import io.tidemark.kernel.error.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Function;

/** The directories that the settings name: the data directory, and that of contents, which is in it unless told otherwise. */
final class DataDirectories {

    private static final String DATA = "tidemark.data";
    private static final String CONTENT = "tidemark.content";

    private final Function<String, Optional<String>> settings;

    /** The directories of the settings that this function finds by their names. */
    DataDirectories(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * Makes those that are missing, for nobody else to read, and tries to write to each.
     *
     * @return them, for the log
     * @throws StartRefusal when there is no setting for one, or the server may not write to it
     */
    String check() {
        Optional<Path> data = directory(DATA);
        Optional<Path> content = directory(CONTENT);
        if (data.isEmpty() && content.isEmpty()) {
            throw new StartRefusal("no data directory is set: set " + DATA
                    + " (TIDEMARK_DATA), as scripts/install does, to a directory that the server may write to.");
        }
        data.ifPresent(directory -> check(DATA, directory));
        content.ifPresent(directory -> check(CONTENT, directory));
        return data.map(Path::toString).orElse("none")
                + content.map(directory -> ", contents in " + directory).orElse("");
    }

    private Optional<Path> directory(String name) {
        Optional<String> value = settings.apply(name);
        try {
            return value.map(Path::of);
        } catch (InvalidPathException e) {
            throw new StartRefusal(name + " is no path: " + value.orElse(""));
        }
    }

    private static void check(String name, Path directory) {
        if (!directory.isAbsolute()) {
            throw new StartRefusal(name + " is relative, and to what is nobody's to know: " + directory);
        }
        try {
            if (Files.notExists(directory)) {
                make(directory);
            }
            Files.delete(Files.createTempFile(directory, ".start", null));
        } catch (IOException e) {
            throw new StartRefusal("the server cannot write to " + directory + " (" + name + "): " + e);
        }
    }

    private static void make(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (directory.getParent() != null) {
            Files.createDirectories(directory.getParent());
        }
        if (posix) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(directory);
        }
    }
}
