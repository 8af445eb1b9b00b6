package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;

/** Numbers by which clients say how much they want. */
public final class Count {

    /** What is longer than this does not fit, and is as good as no limit. */
    private static final int MAX_DIGITS = 9;

    private Count() {}

    /**
     * Reads a limit.
     *
     * @throws DavException 400 when it is no positive number
     */
    public static int limit(String digits) {
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!number || digits.chars().allMatch(c -> c == '0')) {
            throw DavException.badRequest("The limit is no positive number.");
        }
        return digits.length() > MAX_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
