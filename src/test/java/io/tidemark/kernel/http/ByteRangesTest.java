package io.tidemark.kernel.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesTest {
    private static final long TOTAL = 100;

    @ParameterizedTest(name = "{0} of 100 is {1}")
    @CsvSource(delimiterString = " -> ", textBlock = """
                    bytes=0-0 -> 0-0
                    bytes=0-9 -> 0-9
                    bytes=10-19 -> 10-19
                    bytes=99-99 -> 99-99
                    bytes=0-99 -> 0-99
                    bytes=0- -> 0-99
                    bytes=90- -> 90-99
                    bytes=90-200 -> 90-99
                    bytes=-1 -> 99-99
                    bytes=-10 -> 90-99
                    bytes=-100 -> 0-99
                    bytes=-1000 -> 0-99
                    bytes=0-0,99-99 -> 0-0 99-99
                    bytes=50-59, 0-9 -> 50-59 0-9
                    bytes= 0-9 , -10 -> 0-9 90-99
                    bytes=0-9,,20-29 -> 0-9 20-29
                    bytes=0-9,100-200 -> 0-9
                    bytes=0-9,-0 -> 0-9
                    BYTES=0-9 -> 0-9
                    bytes=90-99999999999999999999 -> 90-99
                    bytes=-99999999999999999999 -> 0-99
                    """)
    void partsAreCutToWhatThereIs(String header, String parts) {
        assertThat(describe(header, TOTAL)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=100-,200-", "bytes=99999999999999999999-"})
    void whatCannotBeSatisfiedIsAnEmptyList(String header) {
        assertThat(ByteRanges.parse(header, TOTAL))
                .hasValueSatisfying(slices -> assertThat(slices).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=9-0",
                "bytes=0-9-10",
                "bytes=--1",
                "bytes=0",
                "bytes=0-9;1-2",
                "=0-9",
                "bytes=0x0-0x9",
                "bytes=+0-9",
                "bytes=1-2,x",
                "bytes 0-9"
            })
    void whatIsMalformedIsRefused(String header) {
        Refusal.expect(400, () -> ByteRanges.parse(header, TOTAL));
    }

    @Test
    void anotherUnitAsksForTheWhole() {
        assertThat(ByteRanges.parse("items=0-9", TOTAL)).isEmpty();
    }

    @Test
    void anAbsentHeaderAsksForTheWhole() {
        assertThat(ByteRanges.parse(null, TOTAL)).isEmpty();
    }

    @Test
    void nothingCanBeCutFromAnEmptyFile() {
        assertThat(describe("bytes=0-", 0)).isEmpty();
        assertThat(describe("bytes=-1", 0)).isEmpty();
    }

    @Test
    void positionsBeyond32BitsAreExact() {
        assertThat(describe("bytes=5000000000-5000000001", 6_000_000_000L)).isEqualTo("5000000000-5000000001");
    }

    @Test
    void rangesThatTogetherAskForMoreThanTheWholeGetTheWhole() {
        assertThat(ByteRanges.parse("bytes=0-99,0-0", TOTAL)).isEmpty();
    }

    @Test
    void rangesWithoutNumberGetTheWhole() {
        var many = IntStream.range(0, 65).mapToObj(i -> i + "-" + i).collect(joining(",", "bytes=", ""));
        assertThat(ByteRanges.parse(many, TOTAL)).isEmpty();
    }

    @Test
    void aPartSaysWhereItIs() {
        assertThat(new ByteRanges.Slice(10, 5).contentRange(TOTAL)).isEqualTo("bytes 10-14/100");
    }

    private static String describe(String header, long total) {
        return ByteRanges.parse(header, total).orElseThrow().stream()
                .map(slice -> slice.first() + "-" + (slice.first() + slice.length() - 1))
                .collect(joining(" "));
    }
}
