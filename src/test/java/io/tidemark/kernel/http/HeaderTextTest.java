package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.kernel.error.DavException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @CsvSource({
        "V12, V12",
        "with space, with space",
        "a/b;c(d), a/b;c(d)",
        "50% off, 50%25 off",
        "日本, %E6%97%A5%E6%9C%AC",
        "😀~, %F0%9F%98%80~"
    })
    void encodesWhatIsNotPrintableAscii(String name, String value) {
        assertThat(HeaderText.encode(name)).isEqualTo(value);
        assertThat(HeaderText.decode(value)).isEqualTo(name);
    }

    @Test
    void encodesControlCharacters() {
        assertThat(HeaderText.encode("a\r\n\tb\u007f")).isEqualTo("a%0D%0A%09b%7F");
    }

    @ParameterizedTest
    @CsvSource({"%e6%97%a5, 日", "a%2Fb%20c, a/b c", "%41, A"})
    void decodesEveryEscape(String value, String name) {
        assertThat(HeaderText.decode(value)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%", "%2", "%zz", "%%", "%00", "%FF", "%C3", "100% sure"})
    void refusesBrokenEscapes(String value) {
        assertThatThrownBy(() -> HeaderText.decode(value))
                .isInstanceOfSatisfying(
                        DavException.class,
                        refused -> assertThat(refused.status()).isEqualTo(400));
    }
}
