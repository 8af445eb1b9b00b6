package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorStateTest {

    private static final String URL = "http://host/c/";

    @TempDir
    private Path directory;

    @Test
    void remembersWhatWasPut() throws Exception {
        Entry odd = new Entry("d/tab\tline\nback\\slash ü", false, "\"1\"", 3, 4, "hash", "id");
        try (MirrorState state = open()) {
            assertThat(state.isNew()).isTrue();
            state.beginPage();
            state.put(Entry.directory("d", "dir"));
            state.put(odd);
            state.put(file("d/x"));
            state.put(file("d0"));
            state.trouble("t", "why");
            state.commit("", "token");
        }
        try (MirrorState state = open()) {
            assertThat(state.isNew()).isFalse();
            assertThat(state.entry(odd.path())).isEqualTo(odd);
            assertThat(state.byResource("id")).contains(odd);
            assertThat(state.scope("")).contains(new Scope("", "token", false));
            assertThat(state.troubles()).containsEntry("t", "why");
            assertThat(state.unconfirmed()).isEmpty();
            state.gone("d");
            assertThat(state.within("")).extracting(Entry::path).containsExactly("d0");
        }
    }

    @Test
    void anyBeginningOfItIsAState() throws Exception {
        try (MirrorState state = open()) {
            for (int i = 0; i < 5; i++) {
                state.beginPage();
                state.put(file("f" + i));
                state.commit("", "token" + i);
            }
        }
        byte[] whole = Files.readAllBytes(journal());
        for (int length = whole.length; length >= 0; length--) {
            Files.write(journal(), Arrays.copyOf(whole, length));
            try (MirrorState state = open()) {
                String token = state.scope("").orElseThrow().token();
                int known = token.isEmpty() ? 0 : Integer.parseInt(token.substring(5)) + 1;
                assertThat(state.entries()).hasSizeBetween(known, known + 1);
                state.put(file("added"));
            }
            try (MirrorState state = open()) {
                assertThat(state.entry("added")).isNotNull();
            }
        }
    }

    @Test
    void doubtsWhatAPageThatWasCutOffHasPut() throws Exception {
        try (MirrorState state = open()) {
            state.beginPage();
            state.put(file("committed"));
            state.commit("", "1");
            state.beginPage();
            state.put(file("a"));
            state.put(file("b"));
        }
        try (MirrorState state = open()) {
            assertThat(state.unconfirmed()).containsExactly("a", "b");
            state.beginPage();
            state.confirm("a");
            state.commit("", "2");
        }
        try (MirrorState state = open()) {
            assertThat(state.unconfirmed()).containsExactly("b");
            state.gone("b");
        }
        try (MirrorState state = open()) {
            assertThat(state.unconfirmed()).isEmpty();
        }
    }

    @Test
    void isOfOneCollection() throws Exception {
        open().close();
        assertThatThrownBy(() -> MirrorState.open(journal(), "http://host/other/"))
                .isInstanceOf(UnusableException.class);
    }

    @Test
    void staysShort() throws Exception {
        try (MirrorState state = open()) {
            for (int i = 0; i < 12_000; i++) {
                state.put(file("f"));
            }
            state.commit("", "1");
            state.put(file("g"));
        }
        try (var lines = Files.lines(journal())) {
            assertThat(lines.count()).isLessThan(10);
        }
        try (MirrorState state = open()) {
            assertThat(List.copyOf(state.entries())).extracting(Entry::path).containsExactly("f", "g");
        }
    }

    private MirrorState open() throws IOException, UnusableException {
        return MirrorState.open(journal(), URL);
    }

    private Path journal() {
        return directory.resolve("journal");
    }

    private static Entry file(String path) {
        return new Entry(path, false, "\"e\"", 1, 2, "hash", "");
    }
}
