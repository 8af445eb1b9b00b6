package io.tidemark.edge;

import java.nio.ByteBuffer;

/**
 * Reads what stands around the chunks of a body (RFC 9112, section 7.1), and takes nothing that another server could read
 * in another way: a size is one to fifteen hexadecimal digits, a line ends in CR and LF, and nothing stands between the
 * data of a chunk and its line end. Extensions and trailer fields are read over.
 */
final class ChunkFraming {

    /** More bytes than any file system holds. */
    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_EXTENSION_BYTES = 1_024;
    private static final int LONGEST_TRAILER_BYTES = 8_192;
    private static final byte CR = '\r';
    private static final byte LF = '\n';
    private static final byte DELETE = 0x7F;

    /** What the next byte is a part of. */
    private enum Place {
        SIZE,
        SPACE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER_NAME,
        TRAILER_VALUE,
        TRAILER_LF,
        END_LF,
        END
    }

    private Place place = Place.SIZE;
    private long remaining;
    private int digits;
    private int length;

    /** How many bytes of data come next: as many as that, what is given to {@link #read} is no framing. */
    long remaining() {
        return place == Place.DATA ? remaining : 0;
    }

    /** Whether the body has come to its end: what follows belongs to the next request. */
    boolean isFinished() {
        return place == Place.END;
    }

    /** Records that bytes of data were taken. */
    void took(long bytes) {
        remaining -= bytes;
        if (remaining == 0) {
            place = Place.DATA_CR;
        }
    }

    /**
     * Reads until data comes, or the body ends, or nothing is left to read.
     *
     * @throws MalformedChunksException when this is no framing
     */
    void read(ByteBuffer raw) throws MalformedChunksException {
        while (raw.hasRemaining() && place != Place.DATA && place != Place.END) {
            next(raw.get());
        }
    }

    /**
     * Reads over framing and data, to the end of the body or of what is there of it.
     *
     * @throws MalformedChunksException when this is no body in chunks
     */
    void skim(ByteBuffer raw) throws MalformedChunksException {
        while (raw.hasRemaining() && place != Place.END) {
            read(raw);
            int data = (int) Math.min(raw.remaining(), remaining());
            if (data > 0) {
                raw.position(raw.position() + data);
                took(data);
            }
        }
    }

    private void next(byte b) throws MalformedChunksException {
        switch (place) {
            case SIZE -> size(b);
            case SPACE -> space(b);
            case EXTENSION -> extension(b);
            case SIZE_LF -> {
                require(b == LF);
                place = remaining == 0 ? Place.TRAILER_START : Place.DATA;
                length = 0;
            }
            case DATA_CR -> expect(b, CR, Place.DATA_LF);
            case DATA_LF -> {
                expect(b, LF, Place.SIZE);
                digits = 0;
            }
            case TRAILER_START -> trailerStart(b);
            case TRAILER_NAME -> trailerName(b);
            case TRAILER_VALUE -> trailerValue(b);
            case TRAILER_LF -> expect(b, LF, Place.TRAILER_START);
            case END_LF -> expect(b, LF, Place.END);
            case DATA, END -> throw new IllegalStateException("No framing stands here.");
        }
    }

    private void size(byte b) throws MalformedChunksException {
        int digit = Character.digit(b, 16);
        if (digit >= 0) {
            digits++;
            require(digits <= MOST_DIGITS);
            remaining = (remaining << 4) + digit;
            return;
        }
        require(digits > 0);
        length = 0;
        if (b == CR) {
            place = Place.SIZE_LF;
        } else {
            space(b);
        }
    }

    /** White space may stand before an extension, and nowhere else. */
    private void space(byte b) throws MalformedChunksException {
        grow(LONGEST_EXTENSION_BYTES);
        require(b == ';' || b == ' ' || b == '\t');
        place = b == ';' ? Place.EXTENSION : Place.SPACE;
    }

    private void extension(byte b) throws MalformedChunksException {
        grow(LONGEST_EXTENSION_BYTES);
        if (b == CR) {
            place = Place.SIZE_LF;
        } else {
            require(isText(b));
        }
    }

    private void trailerStart(byte b) throws MalformedChunksException {
        if (b == CR) {
            place = Place.END_LF;
            return;
        }
        place = Place.TRAILER_NAME;
        require(b != ':');
        trailerName(b);
    }

    private void trailerName(byte b) throws MalformedChunksException {
        grow(LONGEST_TRAILER_BYTES);
        if (b == ':') {
            place = Place.TRAILER_VALUE;
        } else {
            require(b > ' ' && b < DELETE);
        }
    }

    private void trailerValue(byte b) throws MalformedChunksException {
        grow(LONGEST_TRAILER_BYTES);
        if (b == CR) {
            place = Place.TRAILER_LF;
        } else {
            require(isText(b));
        }
    }

    private void expect(byte b, byte expected, Place next) throws MalformedChunksException {
        require(b == expected);
        place = next;
    }

    private void grow(int longest) throws MalformedChunksException {
        length++;
        require(length <= longest);
    }

    private static boolean isText(byte b) {
        return b < 0 || (b >= ' ' && b != DELETE) || b == '\t';
    }

    private static void require(boolean wellFormed) throws MalformedChunksException {
        if (!wellFormed) {
            throw new MalformedChunksException("The chunks of a body are malformed.");
        }
    }
}
