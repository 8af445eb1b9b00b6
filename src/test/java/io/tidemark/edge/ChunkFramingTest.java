package io.tidemark.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkFramingTest {

    private static final String NEXT = "NEXT";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
                "000000000000005\r\nhello\r\n000\r\n\r\n",
                "5;a=b\r\nhello\r\n0;last\r\n\r\n",
                "5 ;\ta=\"b c\"\r\nhello\r\n0\r\n\r\n",
                "5\r\nhello\r\n0\r\nExpires: never\r\nX:\r\n\r\n",
            })
    void readsABodyHoweverItComes(String body) throws MalformedChunksException {
        String bytes = body + NEXT;
        for (int piece = 1; piece <= bytes.length(); piece++) {
            assertThat(read(bytes, piece)).as("in pieces of %d bytes", piece).isEqualTo("hello");
        }
        ByteBuffer whole = bytes(bytes);
        new ChunkFraming().skim(whole);
        assertThat(whole.remaining()).isEqualTo(NEXT.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Sizes that are none, or that somebody could read in another way.
                "zz\r\n",
                "\r\n",
                "\n",
                "-5\r\nhello\r\n0\r\n\r\n",
                "+5\r\nhello\r\n0\r\n\r\n",
                "0x5\r\nhello\r\n0\r\n\r\n",
                " 5\r\nhello\r\n0\r\n\r\n",
                "5 \r\nhello\r\n0\r\n\r\n",
                "5g\r\nhello\r\n0\r\n\r\n",
                ";5\r\nhello\r\n0\r\n\r\n",
                "\u00b25\r\nhello\r\n0\r\n\r\n",
                "0000000000000005\r\nhello\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n",
                // Line ends.
                "5\nhello\r\n0\r\n\r\n",
                "5\r\rhello\r\n0\r\n\r\n",
                "5;a\nhello\r\n0\r\n\r\n",
                "5;\0\r\nhello\r\n0\r\n\r\n",
                // More or less data than was said.
                "5\r\nhello!\r\n0\r\n\r\n",
                "5\r\nhello0\r\n\r\n",
                "5\r\nhello\n0\r\n\r\n",
                "6\r\nhello\r\n0\r\n\r\n",
                // The end.
                "0\n\n",
                "0\r\n\n",
                "0\r\nno trailer\r\n\r\n",
                "0\r\n: nameless\r\n\r\n",
                "0\r\n folded: a\r\n\r\n",
                "0\r\na: b\r\n folded\r\n\r\n",
                "0\r\na: b\nc: d\r\n\r\n",
                "0\r\na: \0\r\n\r\n",
            })
    void refusesWhatIsNone(String body) {
        assertThatThrownBy(() -> read(body, 1)).isInstanceOf(MalformedChunksException.class);
        assertThatThrownBy(() -> new ChunkFraming().skim(bytes(body))).isInstanceOf(MalformedChunksException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5;", "0\r\na:"})
    void readsNoLineWithoutEnd(String start) {
        assertThatThrownBy(() -> new ChunkFraming().skim(bytes(start + "a".repeat(10_000))))
                .isInstanceOf(MalformedChunksException.class);
    }

    /** The data of a body that comes in pieces; what follows it is not touched. */
    private static String read(String text, int piece) throws MalformedChunksException {
        ByteBuffer all = bytes(text);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ChunkFraming framing = new ChunkFraming();
        while (all.hasRemaining() && !framing.isFinished()) {
            ByteBuffer raw = all.slice(all.position(), Math.min(piece, all.remaining()));
            while (raw.hasRemaining() && !framing.isFinished()) {
                framing.read(raw);
                while (raw.hasRemaining() && framing.remaining() > 0) {
                    data.write(raw.get());
                    framing.took(1);
                }
            }
            all.position(all.position() + raw.position());
        }
        if (framing.isFinished()) {
            assertThat(all.remaining()).isEqualTo(NEXT.length());
        }
        return data.toString(ISO_8859_1);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
