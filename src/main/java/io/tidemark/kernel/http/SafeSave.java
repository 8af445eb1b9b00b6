package io.tidemark.kernel.http;

import io.tidemark.kernel.error.DavException;

/** The {@code Tidemark-Safe-Save} header: whether a request may count as part of how editors save (protocol, section 4.3). */
public enum SafeSave {
    /** The header is absent: as the server is set up. */
    AS_CONFIGURED,
    /** {@code T}: yes, also where the server is set up not to. */
    YES,
    /** {@code F}: the request does what it says, and no more. */
    NO;

    private static final String HEADER = "Tidemark-Safe-Save";

    /**
     * Reads the header of a request.
     *
     * @throws DavException 400 when it is malformed
     */
    public static SafeSave of(DavRequest request) {
        String header = request.header(HEADER);
        if (header == null) {
            return AS_CONFIGURED;
        }
        return switch (header.strip()) {
            case "T", "t" -> YES;
            case "F", "f" -> NO;
            default -> throw DavException.badRequest("Tidemark-Safe-Save is T or F.");
        };
    }
}
