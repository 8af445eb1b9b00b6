package io.tidemark.cli;

/** What the command's exit code says. The numbers are documented, and stay. */
final class Exit {

    static final int DONE = 0;
    /** The server, the network or the disk failed; a later try may succeed. */
    static final int FAILED = 1;

    static final int USAGE = 2;
    /** Done, but for what was listed. */
    static final int PARTLY = 3;

    static final int NOT_FOUND = 4;
    /** Something else is there, or has been changed meanwhile. */
    static final int CONFLICT = 5;

    static final int LOCKED = 6;
    /** Not logged in, or no right to do so. */
    static final int FORBIDDEN = 7;
    /** A quota is used up, or a disk full. */
    static final int FULL = 8;
    /** {@code diff --exit-code} found a difference. */
    static final int DIFFERENT = 9;

    private Exit() {}
}
