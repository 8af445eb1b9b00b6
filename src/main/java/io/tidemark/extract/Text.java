package io.tidemark.extract;

import java.io.Writer;

/** The text of a document, up to a bound: of what is longer, the beginning is kept and the reader is told to stop. */
final class Text extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int most;

    /** Thrown when there is no room for more. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("The text is longer than what is kept of it.", null, false, false);
        }
    }

    /**
     * An empty text.
     *
     * @param most how many characters it takes
     */
    Text(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        int room = Math.min(length, most - text.length());
        text.append(buffer, offset, room);
        if (room < length) {
            throw new Full();
        }
    }

    /** Adds something. */
    void add(String piece) {
        write(piece.toCharArray(), 0, piece.length());
    }

    /** Ends a word. */
    void gap() {
        if (text.length() < most && text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    @Override
    public void flush() {
        // It is in memory.
    }

    @Override
    public void close() {
        // There is nothing to close.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
