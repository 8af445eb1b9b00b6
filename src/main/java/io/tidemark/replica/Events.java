package io.tidemark.replica;

/** Who hears of what is done. Paths are as others have made them: whoever shows them makes them harmless. */
interface Events {

    /** Something was done; {@code what} is one word. */
    void did(String what, String path, String detail);

    /** Both sides had changed a file: what was here has another name now. */
    void conflict(String path, String aside);

    /** One side had deleted what the other has changed: it stays. */
    void cameBack(String path, boolean deletedHere);

    /** Something cannot be brought to the other side. */
    void trouble(String path, String reason);

    /** What is not about a path. */
    void note(String message);
}
