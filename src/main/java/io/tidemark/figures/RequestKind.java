package io.tidemark.figures;

import java.util.Set;

/**
 * What requests are told apart by. There are few kinds, whatever clients send: each is a line in every scrape.
 *
 * @param method the method; {@code other} for one that the protocol does not have
 * @param report the local name of the report that was asked for; empty for none
 * @param status the class of the answer's status, as {@code 2xx}
 * @param waiting whether the client was willing to wait for a change, so that the time says nothing
 */
record RequestKind(String method, String report, String status, boolean waiting) {

    /** A hundred statuses are one class. */
    private static final int CLASS = 100;

    static RequestKind of(String method, String report, int status, boolean waiting, Set<String> methods) {
        return new RequestKind(methods.contains(method) ? method : "other", report, status / CLASS + "xx", waiting);
    }
}
