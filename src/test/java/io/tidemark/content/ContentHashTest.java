package io.tidemark.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    @Test
    void isWrittenAndReadInHexadecimal() {
        var bytes = new byte[ContentHash.LENGTH];
        Arrays.fill(bytes, (byte) 0xAB);
        assertThat(ContentHash.of(bytes)).hasToString("ab".repeat(32));
        assertThat(ContentHash.parse("ab".repeat(32))).isEqualTo(ContentHash.of(bytes));
    }

    @Test
    void cannotBeChangedFromOutside() {
        var bytes = new byte[ContentHash.LENGTH];
        var hash = ContentHash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;
        assertThat(hash).hasToString("00".repeat(32));
    }

    @Test
    void hasTheLengthOfASha256() {
        assertThatThrownBy(() -> ContentHash.of(new byte[20])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalContentHasAnEqualStrongTag() {
        var one = ContentHash.parse("01".repeat(32));
        assertThat(one.entityTag()).isEqualTo(ContentHash.parse("01".repeat(32)).entityTag());
        assertThat(one.entityTag().weak()).isFalse();
        assertThat(one.entityTag())
                .isNotEqualTo(ContentHash.parse("02".repeat(32)).entityTag());
    }
}
