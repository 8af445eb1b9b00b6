package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassedMembersTest {
    private final PassedMembers passed = new PassedMembers();

    @Test
    void knowsWhatWasAddedBeforeTheTurn() {
        assertThat(passed.has(0)).isFalse();
        for (long member = 200; member > 0; member -= 2) {
            passed.add(member);
        }
        assertThat(passed.has(2)).as("before the turn").isFalse();
        passed.turn();
        passed.add(3);
        for (long member = 0; member <= 201; member++) {
            assertThat(passed.has(member)).isEqualTo(member > 0 && member % 2 == 0);
        }
        passed.turn();
        assertThat(passed.has(3)).isTrue();
        assertThat(passed.has(0)).as("what was never added").isFalse();
    }
}
