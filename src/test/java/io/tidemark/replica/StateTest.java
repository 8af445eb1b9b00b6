package io.tidemark.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.tool.StateJournal;
import io.tidemark.tool.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {

    private static final Stamp STAMP = new Stamp(1, 2, "key", 3);

    @TempDir
    Path work;

    private State open() throws IOException, UnusableException {
        return State.open(work.resolve("journal"));
    }

    private void write() throws IOException, UnusableException {
        try (State state = open()) {
            state.begin("http://server/files/", "here");
            state.list(new Listed("d", true, "id1", "", ""));
            state.list(new Listed("d/a\tb\n", false, "id2", "\"t\"", ""));
            state.agree(new Agreed("d/a\tb\n", false, "id2", "\"t\"", "sha", STAMP));
            state.moveBase("d", "e");
            state.moveThere("d", "e");
            state.close("c", "closed");
            state.take("1", "x", "sha");
            state.advance("token");
        }
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        write();
        try (State state = open()) {
            assertThat(state.url()).isEqualTo("http://server/files/");
            assertThat(state.server()).isEqualTo("here");
            assertThat(state.token()).isEqualTo("token");
            assertThat(state.base().all()).containsExactly(new Agreed("e/a\tb\n", false, "id2", "\"t\"", "sha", STAMP));
            assertThat(state.there().all()).extracting(Listed::path).containsExactly("e", "e/a\tb\n");
            assertThat(state.closed()).containsOnlyKeys("c");
            assertThat(state.taken()).containsOnlyKeys("1");
        }
    }

    @Test
    void anyBeginningOfItIsAState() throws Exception {
        write();
        byte[] whole = Files.readAllBytes(work.resolve("journal"));
        int before = -1;
        for (int length = 0; length <= whole.length; length++) {
            Files.write(work.resolve("journal"), Arrays.copyOf(whole, length));
            try (State state = open()) {
                int known = state.there().size() + state.base().size();
                assertThat(known).as("%d octets", length).isGreaterThanOrEqualTo(before);
                before = known;
            }
        }
        assertThat(before).isEqualTo(3);
    }

    @Test
    void aLaterVersionIsNotRead() throws Exception {
        write();
        try (StateJournal journal = StateJournal.open(work.resolve("other"))) {
            journal.read(line -> {});
            journal.add("sync", "2", "http://server/", "here");
        }
        assertThatThrownBy(() -> State.open(work.resolve("other"))).isInstanceOf(UnusableException.class);
    }
}
