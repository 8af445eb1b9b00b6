package io.tidemark.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.retention.Judgement.Rule;
import io.tidemark.retention.Policy.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy lets go, and when it lets go of more. */
class JudgementTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * A word is a revision, oldest first: its author's letter, the hour at which it was made, and behind a slash its branch.
     * The answer has a letter for each: s for what goes by the session, k for what no keep keeps, a dot for what stays; and
     * the hour at which the next one goes.
     */
    @ParameterizedTest
    @CsvSource({
        // session, keeps (younger than/one in every), now, revisions, what goes, next
        "-, '', 100, a1 a2 a3, ..., -",
        "1, '', 100, a1 a2 a3, ss., -",
        "1, '', 100, a1 a3 a4, .s., -",
        "1, '', 100, a1 b2 a3, ..., -",
        "2, '', 100, a1 a3 b4 b5, s.s., -",
        "1, '', 100, a1 a1/1 a2, s.., -",
        "-, 10/-, 100, a1 a2 a95, kk., 105",
        "-, 10/-, 11, a1 a2 a9, k.., 12",
        "-, 24/1, 12, a1 a1.2 a1.5 a2 a3, kk..., 25.5",
        "-, 5/- 48/24, 30, a1 a2 a25 a26 a27, k.k.., 31",
        "-, -/24, 100, a1 a2 a25 a26, k.k., -",
        "-, -/-, 100, a1 a2, .., -",
        "1, -/24, 100, a1 a2 a3 a9, ssk., -",
        "-, 10/5, 100, a1 a2/1 a3, kkk, -",
    })
    void aPolicySaysWhatGoes(String session, String keeps, double now, String revisions, String going, String next) {
        Policy policy = new Policy(
                span(session),
                Arrays.stream(keeps.split(" "))
                        .filter(keep -> !keep.isEmpty())
                        .map(JudgementTest::keep)
                        .toList());
        Judgement judgement = new Judgement(policy, at(now));
        List<Version> versions =
                Arrays.stream(revisions.split(" ")).map(JudgementTest::version).collect(Collectors.toList());
        Collections.reverse(versions);
        StringBuilder said = new StringBuilder();
        for (Version version : versions) {
            Rule rule = judgement.of(version);
            said.insert(0, rule == null ? "." : rule == Rule.SESSION ? "s" : "k");
        }
        assertThat(said.toString()).isEqualTo(going);
        assertThat(judgement.next()).isEqualTo(next.equals("-") ? null : at(Double.parseDouble(next)));
    }

    private static Keep keep(String text) {
        String[] parts = text.split("/", -1);
        return new Keep(span(parts[0]), span(parts[1]));
    }

    private static @Nullable Duration span(String hours) {
        return hours.equals("-") ? null : Duration.ofHours(Long.parseLong(hours));
    }

    private static Instant at(double hours) {
        return BEGIN.plusSeconds(Math.round(hours * 3_600));
    }

    private static Version version(String word) {
        String[] parts = word.split("/", -1);
        int branch = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return new Version(0, branch, at(Double.parseDouble(parts[0].substring(1))), parts[0].substring(0, 1), 1);
    }
}
