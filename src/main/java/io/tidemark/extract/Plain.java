package io.tidemark.extract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;

/** Text without any form, Markdown and programs among it. */
final class Plain {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Plain() {}

    static void read(Document document, Text text) throws IOException {
        text.add(decode(document.bytes()));
    }

    /** Whether bytes are such as no text has, as the standard of MIME sniffing lists them. */
    static boolean isBinary(byte[] prefix) {
        if (isUtf16(prefix)) {
            return false;
        }
        for (byte one : prefix) {
            boolean control = one >= 0 && one < ' ';
            boolean white = one == '\t' || one == '\n' || one == '\f' || one == '\r' || one == 0x1B;
            if (control && !white) {
                return true;
            }
        }
        return false;
    }

    /** The text that bytes are, by their mark if they have one; what is not UTF-8 is taken for Western European. */
    static String decode(byte[] bytes) {
        if (isUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        // The first bytes of a document may end within a character, which has four at most.
        int cuts = bytes.length == Kind.PREFIX ? 4 : 1;
        return IntStream.range(0, cuts)
                .mapToObj(cut -> utf8(bytes, bytes.length - cut))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new String(bytes, WESTERN));
    }

    private static Optional<String> utf8(byte[] bytes, int length) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
    }
}
