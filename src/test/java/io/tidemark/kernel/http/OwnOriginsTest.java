package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import io.tidemark.kernel.error.DavException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnOriginsTest {
    private static final String HOST = "dav.example:8080";

    private final OwnOrigins origins =
            new OwnOrigins(Optional.of(List.of("files.example", " Other.Example:81 ")), CredentialScope.EVERYWHERE);

    @ParameterizedTest
    @CsvSource({
        "/files/a,/files/a",
        "http://dav.example:8080/files/a,/files/a",
        "https://dav.example:8080/files/a,/files/a",
        "HTTP://DAV.EXAMPLE:8080/files/a,/files/a",
        "http://dav.example:8080,/",
        "http://files.example/files/a,/files/a",
        "http://files.example:80/files/a,/files/a",
        "https://files.example:443/files/a,/files/a",
        "http://other.example:81/files/a,/files/a",
        "http://dav.example:8080/files/a/../b,/files/b",
        "http://dav.example:8080//files//a,/files/a",
        "//files//a,/files/a",
        "' /files/a ',/files/a",
    })
    void whatIsOursIsAPath(String url, String path) {
        assertThat(origins.path(url, HOST).map(DavPath::href)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dav.example/files/a",
                "http://dav.example:8081/files/a",
                "http://elsewhere.example/files/a",
                "http://dav.example:8080.evil.example/files/a",
                "http://dav.example:8080@evil.example/files/a",
                "http://files.example.evil.example/files/a",
                "ftp://dav.example:8080/files/a",
                "file://dav.example:8080/files/a",
            })
    void whatIsAnothersIsNone(String url) {
        assertThat(reading(url)).isIn("none", "refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "files/a",
                "a",
                "http:",
                "http://",
                "http:///files/a",
                "urn:uuid:1",
                "/files/a?b",
                "/files/a#b",
                "http://dav.example:8080/files/a?b",
                "http://dav.example:8080/files/a%2Fb",
                "http://[dav/files/a",
            })
    void whatIsNoUrlIsRefused(String url) {
        Refusal.expect(400, () -> origins.path(url, HOST));
    }

    @Test
    void withoutAHostOnlyWhatIsConfiguredIsOurs() {
        assertThat(origins.path("http://files.example/files/a", null)).isPresent();
        assertThat(origins.path("http://dav.example:8080/files/a", null)).isEmpty();
    }

    @Test
    void anAddressOfTheSixthVersionIsAHostToo() {
        assertThat(origins.path("http://[::1]:8080/files/a", "[::1]:8080")).isPresent();
    }

    @Test
    void charactersOutsideAsciiAreReadWithTheirEscapesBeside() {
        assertThat(origins.path("/files/a%20😀", HOST).map(DavPath::name)).contains("a 😀");
    }

    private String reading(String url) {
        try {
            return origins.path(url, HOST).isEmpty() ? "none" : "ours";
        } catch (DavException e) {
            return "refused";
        }
    }
}
