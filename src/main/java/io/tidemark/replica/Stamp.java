package io.tidemark.replica;

/**
 * By what a file is known to be the same as before, without its content being read.
 *
 * @param size in bytes; 0 of a folder
 * @param modified the time of its last modification, in nanoseconds since 1970; 0 of a folder
 * @param key what the file system identifies it by, empty where it does not
 * @param seen when it was looked at, in milliseconds since 1970
 */
record Stamp(long size, long modified, String key, long seen) {

    // Clocks of file systems tick slowly: what was changed shortly before it was looked at may be changed again without
    // its
    // time showing it.
    private static final long TICK_MILLIS = 2_000;

    static final Stamp NONE = new Stamp(0, 0, "", 0);

    /** Whether a later stamp is of the same, unchanged file. */
    boolean isSame(Stamp later) {
        return size == later.size && modified == later.modified && key.equals(later.key);
    }

    /** Whether {@link #isSame} can be relied upon. */
    boolean isSettled() {
        return modified / 1_000_000 < seen - TICK_MILLIS;
    }
}
