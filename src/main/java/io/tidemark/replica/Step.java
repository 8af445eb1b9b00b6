package io.tidemark.replica;

/** One thing to be done, on one side; or what both sides have done alike, to be noted. */
sealed interface Step {

    /** Where it is about; of a move, where it leads. */
    String path();

    /** Whether something is written to the server. */
    default boolean writesThere() {
        return false;
    }

    /** Both sides are equal at a path: note it. Nothing is done on either. */
    record Agree(String path) implements Step {}

    /** Both sides have moved the same to the same place. */
    record AgreeMove(String from, String path) implements Step {}

    /** Both sides have another content than before: ask whether it is the same one. */
    record Compare(String path) implements Step {}

    /**
     * Moves on one side what the other has moved.
     *
     * @param there on which side
     * @param base where both had it
     * @param from where it is on that side
     * @param path where it goes
     */
    record Move(boolean there, boolean folder, String base, String from, String path) implements Step {
        @Override
        public boolean writesThere() {
            return there;
        }
    }

    /** Makes a folder. */
    record Make(boolean there, String path, Why why) implements Step {
        @Override
        public boolean writesThere() {
            return there;
        }
    }

    /** Sends a content; in the place of what is there, or where nothing is. */
    record Send(String path, Why why) implements Step {
        @Override
        public boolean writesThere() {
            return true;
        }
    }

    /** Fetches a content; in the place of what is here, or where nothing is. */
    record Fetch(String path, Why why) implements Step {}

    /** Gives what is here another name, because something else is there. It is sent under that name. */
    record SetAside(String path) implements Step {}

    /** Deletes on one side what is deleted on the other: a file, or a folder with all that is in it. */
    record Drop(boolean there, boolean folder, String path) implements Step {
        @Override
        public boolean writesThere() {
            return there;
        }
    }

    /** Why a step is not what everybody expects. */
    enum Why {
        CHANGED,
        /** Deleted on the side to which it comes back, because the other has changed it. */
        CAME_BACK
    }
}
