package io.tidemark.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeIdTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        ChangeId id = new ChangeId(new UUID(1, 2));
        assertThat(ChangeId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-1-1-1-1", "00000000-0000-0001-0000-00000000000A", "urn:uuid:x"})
    void anythingElseIsNone(String text) {
        assertThat(ChangeId.parse(text)).isEmpty();
    }
}
