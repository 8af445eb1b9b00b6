package io.tidemark.kernel.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The media types that a client asks for by name in its {@code Accept} header (RFC 7231, section 5.3.2), the most wanted
 * first. A part of the header that cannot be read names nothing, as it can do no harm.
 */
public record Accept(List<String> types) {

    private record Wanted(String type, double quality) {}

    /** Reads a header; none names nothing. */
    public static Accept parse(@Nullable String header) {
        List<Wanted> wanted = new ArrayList<>();
        for (String part : header == null ? new String[0] : header.split(",", -1)) {
            String[] parameters = part.split(";", -1);
            String type = parameters[0].strip().toLowerCase(Locale.ROOT);
            double quality = quality(parameters);
            if (!type.isEmpty() && quality > 0) {
                wanted.add(new Wanted(type, quality));
            }
        }
        wanted.sort(Comparator.comparingDouble(Wanted::quality).reversed());
        return new Accept(wanted.stream().map(Wanted::type).toList());
    }

    private static double quality(String[] parameters) {
        for (int i = 1; i < parameters.length; i++) {
            String parameter = parameters[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 1;
                }
            }
        }
        return 1;
    }

    /** Whether a media type is named itself, and not by a wildcard. */
    public boolean names(String type) {
        return types.contains(type);
    }

    /** The most wanted of some media types. */
    public Optional<String> firstOf(Collection<String> offered) {
        return types.stream().filter(offered::contains).findFirst();
    }
}
