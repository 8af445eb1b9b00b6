package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code Range} header for bytes (RFC 7233). */
public final class ByteRanges {

    /** More ranges than this are a load, not a wish: the whole is sent instead (RFC 7233, section 6.1). */
    private static final int MAX_RANGES = 64;

    private static final int MAX_DIGITS = 18;

    /**
     * A range of octets.
     *
     * @param first the first octet's position
     * @param length how many octets, at least one
     */
    public record Slice(long first, long length) {

        /** The value of {@code Content-Range} for this part of a whole of {@code total} octets. */
        public String contentRange(long total) {
            return "bytes " + first + '-' + (first + length - 1) + '/' + total;
        }
    }

    private ByteRanges() {}

    /**
     * The parts of a whole of {@code total} octets that the header asks for.
     *
     * @return empty when the whole is to be sent: no header, another unit, or more ranges than are served; an empty list
     *     when no range can be satisfied (416)
     * @throws DavException 400 when the header is malformed
     */
    public static Optional<List<Slice>> parse(@Nullable String header, long total) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        int equals = value.indexOf('=');
        if (equals <= 0) {
            throw malformed();
        }
        if (!value.substring(0, equals).equalsIgnoreCase("bytes")) {
            return Optional.empty();
        }
        String[] specs = value.substring(equals + 1).split(",", -1);
        if (specs.length > MAX_RANGES) {
            return Optional.empty();
        }
        List<Slice> slices = new ArrayList<>();
        for (String spec : specs) {
            String range = spec.strip();
            if (range.isEmpty() && specs.length > 1) {
                continue;
            }
            int dash = range.indexOf('-');
            if (dash < 0) {
                throw malformed();
            }
            Optional<Long> first = number(range.substring(0, dash).strip());
            Optional<Long> last = number(range.substring(dash + 1).strip());
            boolean malformed = (first.isEmpty() && dash > 0)
                    || (last.isEmpty() && dash < range.length() - 1)
                    || (first.isEmpty() && last.isEmpty())
                    || (first.isPresent() && last.isPresent() && last.get() < first.get());
            if (malformed) {
                throw malformed();
            }
            slice(first, last, total).ifPresent(slices::add);
        }
        long asked = slices.stream().mapToLong(Slice::length).sum();
        return slices.size() > 1 && asked > total ? Optional.empty() : Optional.of(List.copyOf(slices));
    }

    private static Optional<Slice> slice(Optional<Long> first, Optional<Long> last, long total) {
        if (first.isEmpty()) {
            long suffix = Math.min(last.orElse(0L), total);
            return suffix == 0 ? Optional.empty() : Optional.of(new Slice(total - suffix, suffix));
        }
        if (first.get() >= total) {
            return Optional.empty();
        }
        long end = Math.min(last.orElse(total - 1), total - 1);
        return Optional.of(new Slice(first.get(), end - first.get() + 1));
    }

    private static Optional<Long> number(String digits) {
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        // What does not fit lies behind the end of anything.
        return Optional.of(digits.length() > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    private static DavException malformed() {
        return DavException.badRequest("The Range header is malformed.");
    }
}
