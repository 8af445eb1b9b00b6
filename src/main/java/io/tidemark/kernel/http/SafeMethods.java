package io.tidemark.kernel.http;

import java.util.Set;

/** The methods that ask for nothing to be changed (RFC 9110, section 9.2.1), of those that the server has. */
public final class SafeMethods {

    private static final Set<String> ALL = Set.of("GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "SEARCH");

    private SafeMethods() {}

    /** Whether a method is one of them. */
    public static boolean includes(String method) {
        return ALL.contains(method);
    }
}
