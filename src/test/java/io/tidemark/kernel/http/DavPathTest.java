package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DavPathTest {
    @ParameterizedTest
    @CsvSource({
        "//,/",
        "//files,/files",
        "/files//,/files/",
        "/files//a,/files/a",
        "/files/a///,/files/a/",
        "/files//../a,/files/a",
        "/files/a//../b,/files/a/b",
    })
    void emptySegmentsCountAsNone(String raw, String path) {
        assertThat(DavPath.parse(raw).href()).isEqualTo(path);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiterString = " -> ", textBlock = """
                    / -> /
                    /files -> /files
                    /files/ -> /files/
                    /files/a -> /files/a
                    /files/a/ -> /files/a/
                    /files/./a -> /files/a
                    /files/a/. -> /files/a/
                    /files/a/.. -> /files/
                    /files/a/../b -> /files/b
                    /files/a/b/../../c -> /files/c
                    /files/%2e/a -> /files/a
                    /files/a/%2E%2e/b -> /files/b
                    /files/a/.%2e/b -> /files/b
                    /files/... -> /files/...
                    /files/.hidden -> /files/.hidden
                    /files/%61 -> /files/a
                    /files/a%20b -> /files/a%20b
                    /files/a;v=1 -> /files/a%3Bv=1
                    /files/a%3Bv=1 -> /files/a%3Bv=1
                    /files/a+b -> /files/a%2Bb
                    /files/a&b -> /files/a%26b
                    /files/a%23b -> /files/a%23b
                    /files/a%3Fb -> /files/a%3Fb
                    /files/100%25 -> /files/100%25
                    /files/%5C -> /files/%5C
                    /files/%C3%A9 -> /files/%C3%A9
                    /files/e%CC%81 -> /files/e%CC%81
                    /files/%F0%9F%98%80 -> /files/%F0%9F%98%80
                    /files/é -> /files/%C3%A9
                    /files/%01 -> /files/%01
                    /files/%7F -> /files/%7F
                    """)
    void isReadSegmentBySegmentAndWrittenInOneForm(String raw, String canonical) {
        assertThat(DavPath.parse(raw).href()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "files",
                "files/a",
                "*",
                "/files/a#b",
                "/files/#",
                "/..",
                "/../files",
                "/files/..",
                "/files/../files/a",
                "/files/../configurations",
                "/files/a/../../b",
                "/files/%2e%2e/%2e%2e",
                "/files/a%2Fb",
                "/files/a%2fb",
                "/files/%00",
                "/files/a%00b",
                "/files/%",
                "/files/%4",
                "/files/%zz",
                "/files/%+1",
                "/files/%\uFF11\uFF11",
                "/files/%C3",
                "/files/%C3%28",
                "/files/%FF",
                "/files/%C0%AF",
                "/files/%E0%80%AF",
                "/files/%ED%A0%80",
                "/files/%F4%90%80%80",
            })
    void whatIsNoPathIsRefused(String raw) {
        Refusal.expect(400, () -> DavPath.parse(raw));
    }

    @Test
    void aNameMayHave255BytesAndNoMore() {
        assertThat(DavPath.parse("/files/" + "a".repeat(255)).name()).hasSize(255);
        assertThat(DavPath.parse("/files/" + "%C3%A9".repeat(127) + "a").name()).hasSize(128);
        Refusal.expect(414, () -> DavPath.parse("/files/" + "a".repeat(256)));
        Refusal.expect(414, () -> DavPath.parse("/files/" + "%C3%A9".repeat(128)));
    }

    @Test
    void aPathMayHave256SegmentsAndNoMore() {
        assertThat(DavPath.parse("/files" + "/a".repeat(255)).segments()).hasSize(256);
        Refusal.expect(414, () -> DavPath.parse("/files" + "/a".repeat(256)));
    }

    @Test
    void dotSegmentsDoNotCountAsNames() {
        assertThat(DavPath.parse("/files" + "/a/..".repeat(300) + "/b").href()).isEqualTo("/files/b");
    }

    @Test
    void namesThatOnlyLookAlikeAreDifferent() {
        assertThat(DavPath.parse("/files/%C3%A9").samePlace(DavPath.parse("/files/e%CC%81")))
                .isFalse();
        assertThat(DavPath.parse("/files/A").samePlace(DavPath.parse("/files/a")))
                .isFalse();
    }

    @Test
    void aSlashAtTheEndMakesNoOtherPlace() {
        assertThat(DavPath.parse("/files/a/").samePlace(DavPath.parse("/files/a")))
                .isTrue();
    }

    @Test
    void knowsWhatIsWithinIt() {
        var collection = DavPath.parse("/files/a/");
        assertThat(DavPath.parse("/files/a").isWithin(collection)).isTrue();
        assertThat(DavPath.parse("/files/a/b/c").isWithin(collection)).isTrue();
        assertThat(DavPath.parse("/files/ab").isWithin(collection)).isFalse();
        assertThat(DavPath.parse("/files/").isWithin(collection)).isFalse();
    }

    @Test
    void parentAndChildUndoEachOther() {
        var parent = DavPath.parse("/files/a%20b/");
        var child = parent.child("c/d", false);
        assertThat(child.href()).isEqualTo("/files/a%20b/c%2Fd");
        assertThat(child.parent()).isEqualTo(parent);
    }

    @Test
    void theRootHasNoSegments() {
        assertThat(DavPath.parse("/")).isEqualTo(DavPath.ROOT);
        assertThat(DavPath.ROOT.isRoot()).isTrue();
        assertThat(DavPath.ROOT.subtree()).isEmpty();
        assertThat(DavPath.ROOT.href()).isEqualTo("/");
    }

    @Test
    void theSegmentsCannotBeChangedFromOutside() {
        var names = new ArrayList<>(List.of("files"));
        var path = DavPath.of(names, true);
        names.add("more");
        assertThat(path.segments()).containsExactly("files");
    }
}
