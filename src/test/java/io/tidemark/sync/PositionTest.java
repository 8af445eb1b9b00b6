package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.sync.Position.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(Mode mode) {
        for (Position position : new Position[] {
            Position.beginning(mode), new Position(mode, 35, 36), new Position(mode, Long.MAX_VALUE, Long.MIN_VALUE)
        }) {
            assertThat(Position.parse(position.toString())).contains(position);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "c",
                "c.1",
                "c.1.",
                "c..1",
                ".1.1",
                "c.1.1.",
                "c.1.1.1",
                "cc.1.1",
                "cw.1.1",
                " c.1.1",
                "x.1.1",
                "c.!.1",
                "c.1.!",
                "c.1.zzzzzzzzzzzzzz"
            })
    void whatWasNotWrittenIsNotRead(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void goesOnBehindTheLastMember() {
        assertThat(Position.after(7)).isEqualTo(new Position(Mode.CHANGED, 7, Position.ALL_MEMBERS));
        assertThat(Position.beginning(Mode.GONE).behind(3, 4)).isEqualTo(new Position(Mode.GONE, 3, 4));
    }
}
