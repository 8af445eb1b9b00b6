package io.tidemark.replica;

/**
 * A file or folder here.
 *
 * @param sha its content's SHA-256, in hexadecimal; empty of a folder, and of a file that is being written
 */
record Local(String path, boolean folder, String sha, Stamp stamp) implements Item<Local> {

    @Override
    public Local at(String other) {
        return new Local(other, folder, sha, stamp);
    }
}
