package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;

/** {@code Override-Checkin: Yes|No}: whether a request goes on where somebody was faster (protocol, section 4.2). */
public final class OverrideCheckin {

    /** The header's name. */
    public static final String HEADER = "Override-Checkin";

    private OverrideCheckin() {}

    /**
     * Reads the header; absent, it says no.
     *
     * @throws DavException 400 when it is malformed
     */
    public static boolean of(DavRequest request) {
        String header = request.header(HEADER);
        if (header == null || header.strip().equalsIgnoreCase("No")) {
            return false;
        }
        if (header.strip().equalsIgnoreCase("Yes")) {
            return true;
        }
        throw DavException.badRequest("Override-Checkin is Yes or No.");
    }
}
