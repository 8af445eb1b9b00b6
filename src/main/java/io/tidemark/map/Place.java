package io.tidemark.map;

/** Where a path leads in a map of revisions. */
sealed interface Place {

    /** The map itself. */
    record Root() implements Place {}

    /** The folder of a branch. */
    record OfBranch(int branch) implements Place {}

    /** The folder of a revision. */
    record OfRevision(int number) implements Place {}

    /** The file, as a revision shows it. */
    record File(int number) implements Place {}

    /** A name in a folder, and where it leads. */
    record Entry(String name, Place place) {}
}
