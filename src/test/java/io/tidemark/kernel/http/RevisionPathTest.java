package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import io.tidemark.kernel.http.RevisionPath.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionPathTest {

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("/", List.of()),
                Arguments.of("/a", List.of(step("a"))),
                Arguments.of(" /a ", List.of(step("a"))),
                Arguments.of("/a/", List.of(step("a"))),
                Arguments.of("/a//b", List.of(step("a"), step("b"))),
                Arguments.of("/a;V1", List.of(step("a", "V1"))),
                Arguments.of("/a;V1/b", List.of(step("a", "V1"), step("b"))),
                Arguments.of("/a;V1/b;V2/", List.of(step("a", "V1"), step("b", "V2"))),
                Arguments.of("/a%3Bb;V1", List.of(step("a;b", "V1"))),
                Arguments.of("/a;(V1)/b", List.of(step("a", "V1"), step("b"))),
                Arguments.of("/a;(one/two)/b", List.of(step("a", "one/two"), step("b"))),
                Arguments.of("/a;(one/(two)/three)/b;V2", List.of(step("a", "one/(two)/three"), step("b", "V2"))),
                Arguments.of("/a;(one;two)", List.of(step("a", "one;two"))),
                Arguments.of("/a;(%C3%A9)", List.of(step("a", "\u00e9"))),
                Arguments.of("/a;(/configurations/c/)/b", List.of(step("a", "/configurations/c/"), step("b"))),
                Arguments.of("/a;*", List.of(new Step("a", Optional.of(new RevisionId.All())))),
                Arguments.of(
                        "/a;Time(2026-01-02)/b",
                        List.of(
                                new Step(
                                        "a", Optional.of(new RevisionId.AtTime(Instant.parse("2026-01-02T00:00:00Z")))),
                                step("b"))));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aRevisionForEachSegment(String header, List<Step> steps) {
        assertThat(RevisionPath.parse(header)).map(RevisionPath::steps).contains(steps);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a/b", "/;V1", "/a/;V1", "/a;", "/a;/b", "/a;()", "/a;(V1", "/a;V1)/b", "/a;(V1/b"})
    void whatIsMalformedIsRefused(String header) {
        assertThatThrownBy(() -> RevisionPath.parse(header))
                .isInstanceOf(DavException.class)
                .extracting(refusal -> ((DavException) refusal).status())
                .isEqualTo(400);
    }

    @Test
    void noHeaderIsNoPath() {
        assertThat(RevisionPath.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/a;V1/b, /files/a/b, true",
        "/a/b/, /files/a/b/, true",
        "/, /files/, true",
        "/a, /files/a/b, false",
        "/a/b, /files/a, false",
        "/a/c, /files/a/b, false",
    })
    void leadsAlongThePathsOfItsSegments(String header, String path, boolean along) {
        assertThat(RevisionPath.parse(header).orElseThrow().leadsAlong(DavPath.parse(path)))
                .isEqualTo(along);
    }

    private static Step step(String name) {
        return new Step(name, Optional.empty());
    }

    private static Step step(String name, String revision) {
        return new Step(name, Optional.of(new RevisionId.Named(revision)));
    }
}
