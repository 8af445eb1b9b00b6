package io.tidemark.content;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Where bodies too large for a row are kept, by their hash. What {@link #put} returned from is on the disk, whatever
 * happens to the process.
 */
public interface ContentStore {

    /** A new, empty file to receive a body, on the same file system as the store. The caller deletes or puts it. */
    Path stage() throws IOException;

    /** Where the parts of uploads are kept that come in several requests: for all nodes, and until whoever put them there deletes them. */
    Path parts();

    /** Makes a staged file, already synchronised to the disk, the body of that hash; one that is there stays. */
    void put(ContentHash hash, Path staged) throws IOException;

    /** Opens a body for reading. It can be read to its end even when it is deleted meanwhile. */
    FileChannel open(ContentHash hash) throws IOException;

    /** Whether the body is there. */
    boolean exists(ContentHash hash);

    /** Deletes a body; none may refer to it. */
    void delete(ContentHash hash) throws IOException;

    /** Lets something delete bodies, unless somebody copies them: it is left to the next time then. */
    void unlessCopied(Runnable deletion);

    /** Shows every body with the time at which it came, in no order. */
    void list(BiConsumer<ContentHash, Instant> visitor) throws IOException;

    /** Deletes files that were staged before a time, and neither put nor deleted by those who staged them. */
    void discardStagedBefore(Instant before) throws IOException;

    /** The bytes that can still be stored. */
    long usableBytes() throws IOException;
}
