package io.tidemark.target;

import io.tidemark.kernel.http.DavPath;
import java.util.List;

/** One entry of the context root, and everything below it (protocol, section 1). Rooms plug theirs in as CDI beans. */
public interface Subtree {

    /** The first segment of every path in it. */
    String name();

    /** Whether the context root lists it. */
    default boolean isListed() {
        return true;
    }

    /** What a path names whose first segment is {@link #name}. */
    Target resolve(DavPath path);

    /**
     * A page of a collection's members in the order of their names: those after {@code after}, at most {@code limit}.
     *
     * @param after the name of the last member that the caller has, or the empty string
     */
    List<? extends Target> members(Target collection, String after, int limit);

    /**
     * Which members a collection has that the server itself provides: another text whenever they are others. What is always
     * the same needs none.
     */
    default String state(Target collection) {
        return "";
    }

    /** Whether a request may change what is at a path, or put something there: 403 otherwise, whatever the method. */
    default boolean isWritable(DavPath path) {
        return true;
    }

    /** Counts what is below a collection, and stops when it has found more than {@code limit}. */
    int countBelow(Target collection, int limit);
}
