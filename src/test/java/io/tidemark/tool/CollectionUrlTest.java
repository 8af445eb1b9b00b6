package io.tidemark.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionUrlTest {

    private final CollectionUrl collection = CollectionUrl.of("http://host:8080/files/a%20b");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/a%20b/..",
                "/files/a%20b/%2e%2e/x",
                "/files/a%20b/%2E./x",
                "/files/a%20b/./x",
                "/files/a%20b//x",
                "/files/a%20b/x%2Fy",
                "/files/a%20b/x%00y",
                "/files/a%20b/%",
                "/files/a%20b/%4",
                "/files/a%20b/%zz",
                "/files/a%20b/%ff",
                "/files/a%20b/%c0%ae%c0%ae",
                "/files/a%20b/x?y",
                "/files/a%20b/x#y",
                "/files/a%20bc/x",
                "/files/other",
                "/",
                "x",
                "../x",
                ""
            })
    void refusesWhatIsNotSafelyBelow(String href) {
        assertThatThrownBy(() -> collection.path(href)).isInstanceOf(UnsafeNameException.class);
    }

    @Test
    void decodesNamesOnce() throws UnsafeNameException {
        assertThat(collection.path("/files/a%20b/")).isEmpty();
        assertThat(collection.path("/files/a%20b/%2541/c/")).isEqualTo("%41/c");
        assertThat(collection.path("/files/a%20b/%23%3F;+%c3%bc/...")).isEqualTo("#?;+ü/...");
        assertThat(collection.path("https://elsewhere/files/a%20b/x")).isEqualTo("x");
        assertThat(collection.path("/files/a b/back\\slash")).isEqualTo("back\\slash");
    }

    @Test
    void writesTheUrlsOfItsMembers() {
        assertThat(collection).hasToString("http://host:8080/files/a%20b/");
        assertThat(collection.member("#?;+ü/%41", false))
                .hasToString("http://host:8080/files/a%20b/%23%3F%3B%2B%C3%BC/%2541");
        assertThat(collection.member("c", true)).hasToString("http://host:8080/files/a%20b/c/");
        assertThat(CollectionUrl.of("https://host")).hasToString("https://host/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://host/", "host/files", "http:///x", "http://u:p@host/", "http://h/?q", "http://h/a/../b"})
    void refusesUrlsThatNameNoCollection(String url) {
        assertThatThrownBy(() -> CollectionUrl.of(url)).isInstanceOf(IllegalArgumentException.class);
    }
}
