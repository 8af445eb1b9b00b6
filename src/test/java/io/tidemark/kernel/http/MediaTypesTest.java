package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                " Text/HTML ; Charset=\"utf-8\" ;x=y",
                "application/vnd.oasis.opendocument.text",
                "multipart/mixed; boundary=\"a \\\" b\"",
                "text/plain;",
            })
    void isOne(String value) {
        assertThat(MediaTypes.isOne(value)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "text",
                "undefined",
                "ISO-8859-1",
                "/",
                "text/",
                "/plain",
                "a/b/c",
                "text/plain; charset=",
                "text/plain; charset",
                "text/plain; charset=\"",
                "text/plain; charset= utf-8",
                "text/plain, text/html",
                "text/\u00e4",
                "text/plain; a=\"\u0001\"",
                "text/html;q=0.5",
                "text/html;QS=x",
            })
    void isNone(String value) {
        assertThat(MediaTypes.isOne(value)).isFalse();
    }

    @Test
    void textMayLeaveItsCharsetOpen() {
        assertThat(MediaTypes.isTextWithoutCharset("Text/plain; format=flowed")).isTrue();
        assertThat(MediaTypes.isTextWithoutCharset("text/plain;CHARSET=x")).isFalse();
        assertThat(MediaTypes.isTextWithoutCharset("application/json")).isFalse();
    }
}
