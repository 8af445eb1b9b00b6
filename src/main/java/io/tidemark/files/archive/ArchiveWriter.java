package io.tidemark.files.archive;

import io.tidemark.namespace.ResourceView;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Writes an archive, entry by entry; to close it ends the archive. */
interface ArchiveWriter extends Closeable {

    /** Adds a collection. Its name is relative to the archive's own collection, with a slash at its end. */
    void collection(String name, ResourceView collection) throws IOException;

    /** Adds a file with its body. */
    void file(String name, ResourceView file, InputStream body) throws IOException;
}
