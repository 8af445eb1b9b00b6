package io.tidemark.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void isAUuidOfVersion7() {
        for (int i = 0; i < 1_000; i++) {
            UUID id = TimeOrderedId.next();
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void beginsWithTheTimeInMilliseconds() {
        long before = System.currentTimeMillis();
        UUID id = TimeOrderedId.next();
        long after = System.currentTimeMillis();
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, after);
    }

    @Test
    void noTwoAreTheSame() {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(TimeOrderedId.next());
        }
        assertThat(ids).hasSize(100_000);
    }
}
