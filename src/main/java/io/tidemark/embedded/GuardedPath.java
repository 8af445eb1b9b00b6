package io.tidemark.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePathWrapper;

/** A file system of H2's that opens files as {@link GuardedFile}. */
public final class GuardedPath extends FilePathWrapper {

    /** What the file system is called in the URL of a database. */
    static final String SCHEME = "guarded";

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new GuardedFile(Path.of(getBase().toString()), mode);
    }
}
