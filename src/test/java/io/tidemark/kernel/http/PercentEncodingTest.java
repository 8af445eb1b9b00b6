package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import java.net.URI;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PercentEncodingTest {
    static Stream<String> names() {
        Stream<String> ascii = IntStream.range(1, 128).filter(c -> c != '/').mapToObj(Character::toString);
        return Stream.concat(
                ascii,
                Stream.of(
                        "a b",
                        "100%",
                        "%41",
                        "é",
                        "e\u0301",
                        "Ωμέγα",
                        "日本語",
                        "😀",
                        "a😀b",
                        "\uFFFD",
                        "\uFFFF",
                        "\u0080",
                        "\u07FF\u0800",
                        "\uD83D\uDE00".repeat(60)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsEncodedDecodesToItself(String name) {
        var encoded = encode(name);
        assertThat(encoded).matches("([!-~&&[^%/?#]]|%[0-9A-F]{2})+");
        assertThat(PercentEncoding.decode(encoded)).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theEncodedFormIsAPathThatOthersReadAlike(String name) {
        assertThat(URI.create("http://host/" + encode(name)).getPath()).isEqualTo('/' + name);
    }

    @Test
    void unreservedCharactersStayAsTheyAre() {
        assertThat(encode("AZaz09-._~")).isEqualTo("AZaz09-._~");
    }

    @Test
    void aColonInTheFirstSegmentIsHarmlessInAnAbsolutePath() {
        assertThat(encode("a:b")).isEqualTo("a:b");
    }

    @Test
    void charactersBesideEscapesAreReadAsTheyStand() {
        assertThat(PercentEncoding.decode("é%20ü")).isEqualTo("é ü");
        assertThat(PercentEncoding.decode("😀%20日")).isEqualTo("😀 日");
    }

    @Test
    void octetsThatAreNoUtf8AreRefused() {
        Refusal.expect(400, () -> PercentEncoding.decode("%80"));
        Refusal.expect(400, () -> PercentEncoding.decode("%C3%41"));
    }

    private static String encode(String name) {
        var out = new StringBuilder();
        PercentEncoding.encode(name, out);
        return out.toString();
    }
}
