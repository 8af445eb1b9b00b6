package io.tidemark.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyncTokenTest {
    private static final UUID STORE = UUID.fromString("4fa8c1a0-0000-4000-8000-000000000001");
    private static final UUID COLLECTION = UUID.fromString("4fa8c1a0-0000-7000-8000-000000000002");
    private static final SyncToken TOKEN = new SyncToken(STORE, COLLECTION, 42, "0123abcd", null);

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(SyncToken.parse(TOKEN.toString())).contains(TOKEN);
        var resuming = TOKEN.resumingAt("i-n-w.0.1");
        assertThat(SyncToken.parse(resuming.toString())).contains(resuming);
        var first = new SyncToken(STORE, COLLECTION, 0, "00000000", null);
        assertThat(SyncToken.parse(first.toString())).contains(first);
    }

    @Test
    void isAnAbsoluteUri() {
        assertThat(URI.create(TOKEN.toString()).isAbsolute()).isTrue();
        assertThat(URI.create(TOKEN.resumingAt("i-n-w.0.1").toString()).isAbsolute())
                .isTrue();
        assertThat(SyncToken.isToken(TOKEN.toString())).isTrue();
    }

    @Test
    void anythingThatDiffersIsAnotherToken() {
        assertThat(TOKEN.toString())
                .isNotEqualTo(new SyncToken(STORE, COLLECTION, 43, "0123abcd", null).toString())
                .isNotEqualTo(new SyncToken(COLLECTION, COLLECTION, 42, "0123abcd", null).toString())
                .isNotEqualTo(new SyncToken(STORE, STORE, 42, "0123abcd", null).toString())
                .isNotEqualTo(TOKEN.resumingAt("1-n-w.0.1").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "urn:tidemark:sync:",
                "http://example.org/token",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:-1:0123abcd",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:042:0123abcd",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42:0123ABCD",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42:0123abcd:",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42:0123abcd:a/b",
                "urn:tidemark:sync:4FA8C1A0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42:0123abcd",
                "urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:99999999999999999999:0123abcd",
                " urn:tidemark:sync:4fa8c1a0-0000-4000-8000-000000000001:4fa8c1a0-0000-7000-8000-000000000002:42:0123abcd",
            })
    void whatWasNotWrittenIsNotRead(String uri) {
        assertThat(SyncToken.parse(uri)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNotRead() {
        assertThat(SyncToken.parse(TOKEN.resumingAt("a".repeat(20_000)).toString()))
                .isEmpty();
    }
}
