package io.tidemark.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.harness.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Depth}, {@code Overwrite}, {@code Timeout}, {@code Lock-Token} and {@code Prefer}. */
class SmallHeadersTest {
    @ParameterizedTest
    @CsvSource({"0,ZERO", "1,ONE", "infinity,INFINITY", "Infinity,INFINITY", "' 0 ',ZERO"})
    void depthIsRead(String header, Depth depth) {
        assertThat(Depth.parse(header, Depth.ONE)).isEqualTo(depth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "-1", "00", "1,noroot", "infinite", "0, 1"})
    void anyOtherDepthIsRefused(String header) {
        Refusal.expect(400, () -> Depth.parse(header, Depth.ZERO));
    }

    @Test
    void anAbsentDepthIsWhatTheMethodSays() {
        assertThat(Depth.parse(null, Depth.INFINITY)).isEqualTo(Depth.INFINITY);
        assertThat(Depth.INFINITY).hasToString("infinity");
    }

    @ParameterizedTest
    @CsvSource({"T,true", "F,false", "t,true", "f,false", "' T ',true"})
    void overwriteIsRead(String header, boolean may) {
        assertThat(Overwrite.parse(header)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "no", "TF", "0"})
    void anyOtherOverwriteIsRefused(String header) {
        Refusal.expect(400, () -> Overwrite.parse(header));
    }

    @Test
    void anAbsentOverwriteAllowsIt() {
        assertThat(Overwrite.parse(null)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Second-0|0",
                "Second-600|600",
                "second-600|600",
                "Second-4294967295|4294967295",
                "Second-4294967296|4294967295",
                "Second-9999999999999999999|4294967295",
                "Second-60, Infinite|60",
                "Second-60,Second-30|60",
            })
    void theFirstTimeoutCounts(String header, long seconds) {
        assertThat(Timeout.parse(header).orElseThrow().seconds()).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Infinite", "infinite", "Infinite, Second-4100000000"})
    void aTimeoutMayBeInfinite(String header) {
        assertThat(Timeout.parse(header).orElseThrow().seconds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "600", "Second-", "Second--1", "Second-1.5", "Minute-1", "Second-60,", "Second-60,x"})
    void anyOtherTimeoutIsRefused(String header) {
        Refusal.expect(400, () -> Timeout.parse(header));
    }

    @Test
    void anAbsentTimeoutIsNone() {
        assertThat(Timeout.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<urn:uuid:1>", "urn:uuid:1", " <urn:uuid:1> "})
    void aLockTokenIsReadWithItsBracketsOrWithout(String header) {
        assertThat(CodedUrl.parse(header)).isEqualTo("urn:uuid:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<>", "<urn:uuid:1", "urn:uuid:1>", "<no colon>", "nocolon", "<:a>", "<<urn:a>>", "<urn:a b>"
            })
    void anyOtherLockTokenIsRefused(String header) {
        Refusal.expect(400, () -> CodedUrl.parse(header));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "return=minimal|true|false",
                "Return=Minimal|true|false",
                "return=\"minimal\"|true|false",
                "return = minimal|true|false",
                "depth-noroot|false|true",
                "return=minimal, depth-noroot|true|true",
                "depth-noroot,wait=10,return=minimal|true|true",
                "return=representation|false|false",
                "respond-async|false|false",
                "''|false|false",
            })
    void preferencesAreHonouredAsFarAsTheyAreKnown(String header, boolean minimal, boolean depthNoroot) {
        Prefer parsed = Prefer.parse(header);
        assertThat(parsed.minimal()).isEqualTo(minimal);
        assertThat(parsed.depthNoroot()).isEqualTo(depthNoroot);
    }

    @Test
    void whatWasHonouredIsSaid() {
        assertThat(Prefer.parse(null).isNone()).isTrue();
        assertThat(Prefer.parse("return=representation").representation()).isTrue();
        assertThat(new Prefer(true, false, false, 0).applied()).isEqualTo("return=minimal");
        assertThat(new Prefer(false, false, true, 0).applied()).isEqualTo("depth-noroot");
        assertThat(new Prefer(true, false, true, 0).applied()).isEqualTo("return=minimal, depth-noroot");
    }
}
