package io.tidemark.kernel.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Prefer} header, as far as it is honoured (RFC 7240, RFC 8144).
 *
 * @param minimal {@code return=minimal}
 * @param representation {@code return=representation}
 * @param depthNoroot {@code depth-noroot}
 * @param waitSeconds {@code wait}: how many seconds the client waits for an answer that is worth more; 0 for none
 */
public record Prefer(boolean minimal, boolean representation, boolean depthNoroot, int waitSeconds) {

    /** The preference for an answer that leaves out what the client can do without; and what says that it was honoured. */
    public static final String MINIMAL = "return=minimal";

    /** The preference for an answer that holds what is there now; and what says that it was honoured. */
    public static final String REPRESENTATION = "return=representation";

    /** More digits would be more than a day. */
    private static final Pattern WAIT = Pattern.compile("wait=0*(\\d{1,5})");

    /** Parses the header; what is not understood is ignored, as RFC 7240 has it. */
    public static Prefer parse(@Nullable String header) {
        if (header == null) {
            return new Prefer(false, false, false, 0);
        }
        Set<String> preferences = Arrays.stream(header.split("[,;]", -1))
                .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Prefer(
                preferences.contains(MINIMAL),
                preferences.contains(REPRESENTATION),
                preferences.contains("depth-noroot"),
                preferences.stream()
                        .map(WAIT::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(wait -> Integer.parseInt(wait.group(1)))
                        .findFirst()
                        .orElse(0));
    }

    /** Whether nothing was preferred that answers about properties honour. */
    public boolean isNone() {
        return !minimal && !depthNoroot;
    }

    /** The value of {@code Preference-Applied} of an answer about properties. */
    public String applied() {
        return minimal && depthNoroot ? "return=minimal, depth-noroot" : minimal ? MINIMAL : "depth-noroot";
    }
}
