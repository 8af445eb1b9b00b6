package io.tidemark.replica;

/**
 * A file or folder, on either side or as both sides last agreed on it.
 *
 * @param <T> what it is
 */
interface Item<T extends Item<T>> {

    /** The names below the folder that is kept in step, joined by slashes; never empty. */
    String path();

    boolean folder();

    /** The same at another path. */
    T at(String path);
}
