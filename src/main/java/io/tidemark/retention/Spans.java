package io.tidemark.retention;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as ISO 8601 writes them. A month is the twelfth of a year, and a year what it is on average. */
final class Spans {

    private static final String NUMBER = "([0-9]{1,6})";
    private static final Pattern WEEKS = Pattern.compile("P" + NUMBER + "W");
    private static final Pattern OTHERS = Pattern.compile("P(?=.)(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER
            + "D)?(?:T(?=.)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");
    private static final ChronoUnit[] UNITS = {
        ChronoUnit.YEARS, ChronoUnit.MONTHS, ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS
    };

    /** Whoever means longer can say that it is for ever. */
    private static final Duration LONGEST = Duration.ofDays(365_250);

    private Spans() {}

    /** A duration that is longer than nothing; empty when it is none, or longer than a thousand years. */
    static Optional<Duration> parse(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return sensible(length(weeks.group(1), ChronoUnit.WEEKS));
        }
        Matcher others = OTHERS.matcher(text);
        if (!others.matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            sum = sum.plus(length(others.group(i + 1), UNITS[i]));
        }
        return sensible(sum);
    }

    private static Duration length(@Nullable String number, ChronoUnit unit) {
        return number == null ? Duration.ZERO : unit.getDuration().multipliedBy(Long.parseLong(number));
    }

    private static Optional<Duration> sensible(Duration duration) {
        return duration.isZero() || duration.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(duration);
    }
}
