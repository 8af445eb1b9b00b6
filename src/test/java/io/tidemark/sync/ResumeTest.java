package io.tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.journal.SyncToken;
import io.tidemark.sync.Position.Mode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {
    static Stream<Resume> resumes() {
        return Stream.of(
                new Resume(SyncLevel.ONE, Resume.NOTHING, List.of(Position.beginning(Mode.WHOLE))),
                // 23 is "n" in the radix that numbers are written in.
                new Resume(SyncLevel.ONE, 23, List.of(Position.beginning(Mode.GONE))),
                new Resume(SyncLevel.INFINITE, 0, List.of(Position.after(0))),
                new Resume(
                        SyncLevel.INFINITE,
                        1_234_567,
                        List.of(new Position(Mode.CHANGED, 7, 9), new Position(Mode.REPLACED, 0, 35))),
                new Resume(
                        SyncLevel.ONE,
                        Long.MAX_VALUE,
                        List.of(new Position(Mode.CHANGED, Long.MAX_VALUE, Long.MAX_VALUE))));
    }

    @ParameterizedTest
    @MethodSource("resumes")
    void whatIsWrittenIsReadAgain(Resume resume) {
        assertThat(Resume.parse(resume.toString())).contains(resume);
    }

    @ParameterizedTest
    @MethodSource("resumes")
    void travelsInAToken(Resume resume) {
        var token = new SyncToken(UUID.randomUUID(), UUID.randomUUID(), 1, "00000000", null);
        var read =
                SyncToken.parse(token.resumingAt(resume.toString()).toString()).orElseThrow();
        assertThat(Resume.parse(String.valueOf(read.resume()))).contains(resume);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-N",
                "2-n-w.0.0",
                "x",
                "1--w.0.0",
                "1-N-",
                "1-N-w",
                "1-N-w.0",
                "1-N-x.0.0",
                "1-N-w.0.0.0",
                "1-N-w..0",
                "1-N-w.!.0",
                "1-zzzzzzzzzzzzzzzzzzzz-w.0.0",
                "i-N-w.0.0-",
                "1-N-c.zzzzzzzzzzzzzzzz.0"
            })
    void whatWasNotWrittenIsNotRead(String text) {
        assertThat(Resume.parse(text)).isEmpty();
    }

    @Test
    void aPositionKeepsWhatItListsAndWhere() {
        var position = new Position(Mode.WHOLE, 3, 36);
        assertThat(position).hasToString("w.3.10");
        assertThat(Position.parse("w.3.10")).contains(position);
    }
}
