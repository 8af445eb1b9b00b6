package io.tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import io.tidemark.kernel.http.DavPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNameTest {
    private static final DavPath COLLECTION = DavPath.parse("/files/c/");

    @ParameterizedTest
    @CsvSource({
        "a, /files/c/a",
        "a/b.txt, /files/c/a/b.txt",
        "./a/b.txt, /files/c/a/b.txt",
        "a/, /files/c/a",
        "./, /files/c",
        "., /files/c",
        "a b%20c, /files/c/a%20b%2520c",
        "a/./b, /files/c/a/b"
    })
    void isAPathBelowTheCollection(String name, String path) {
        assertThat(EntryName.below(COLLECTION, name).href()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../a", "a/../../b", "a/..", "a//b", "a\0b", "a\uFFFDb"})
    void leadsNowhereElse(String name) {
        Refusal.expect(400, () -> EntryName.below(COLLECTION, name));
    }

    @Test
    void isNoLongerThanNamesAndPathsAre() {
        assertThat(EntryName.below(COLLECTION, "é".repeat(127)).name()).hasSize(127);
        Refusal.expect(414, () -> EntryName.below(COLLECTION, "é".repeat(128)));
        Refusal.expect(414, () -> EntryName.below(COLLECTION, "a/".repeat(256)));
    }
}
