package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nextcloud's spelling of paths. */
class DavPathSpellingTest {

    @ParameterizedTest
    @CsvSource({
        "/dav/files/alice/, /files/",
        "/dav/files/alice, /files",
        "/dav/files/a%20b/x/y/, /files/x/y/",
        "/dav//files/alice//x, /files/x",
        "/dav/files/alice/../bob/x, /files/x",
        "/dav/uploads/alice/t/1, /uploads/alice/t/1",
        "/dav/uploads/, /dav/uploads/",
        "/dav/files/, /dav/files/",
        "/dav/, /dav/",
        "/dav/other/alice/, /dav/other/alice/",
        "/files/dav/files/alice/x, /files/dav/files/alice/x",
    })
    void isReadAsThePlainOne(String sent, String plain) {
        assertThat(DavPath.parse(sent).href()).isEqualTo(plain);
    }
}
