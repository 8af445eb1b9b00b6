package io.tidemark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text in UTF-8. */
final class Utf8 {

    private static final int BUFFER = 8_192;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER);

    private Utf8() {}

    /** Whether all of them are. */
    static boolean isWhole(byte[] bytes) {
        return new Utf8().takes(ByteBuffer.wrap(bytes), true);
    }

    /** The same of a stream, of which nothing is read that follows what is none. */
    static boolean isWhole(InputStream in) throws IOException {
        Utf8 utf8 = new Utf8();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            bytes.position(bytes.position() + Math.max(0, read)).flip();
            if (!utf8.takes(bytes, end)) {
                return false;
            }
            bytes.compact();
        }
        return true;
    }

    private boolean takes(ByteBuffer bytes, boolean end) {
        while (true) {
            CoderResult result = decoder.decode(bytes, decoded.clear(), end);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }
}
