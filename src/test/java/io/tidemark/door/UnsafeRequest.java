package io.tidemark.door;

import io.tidemark.harness.Dav;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One way to ask for a write, and what is answered where something keeps it from happening.
 *
 * @param method the HTTP method
 * @param name what tells it from the other ways to use the method
 * @param prepare makes what it needs at a place
 * @param refusals the status for each hindrance; what is not in it does not hinder this write
 */
record UnsafeRequest(String method, String name, Function<Place, Prepared> prepare, Map<Hindrance, Integer> refusals) {

    /**
     * A write that is ready.
     *
     * @param scope the collection in which hindrances are put
     * @param watched a URL whose listing shows what the write changes
     * @param request makes the request anew
     */
    record Prepared(String scope, String watched, Supplier<Dav.Request> request) {

        /** A write whose scope shows what it changes. */
        Prepared(String scope, Supplier<Dav.Request> request) {
            this(scope, scope, request);
        }
    }

    /** A write that only the request's own conditions can hinder. */
    static UnsafeRequest ask(String method, String name, Function<Place, Prepared> prepare) {
        var refusals = new EnumMap<Hindrance, Integer>(Hindrance.class);
        for (Hindrance hindrance : Hindrance.values()) {
            if (hindrance.isCondition()) {
                refusals.put(hindrance, 412);
            }
        }
        return new UnsafeRequest(method, name, prepare, refusals);
    }

    /** The same, refused with a status where something else hinders it. */
    UnsafeRequest but(Hindrance hindrance, int status) {
        var more = new EnumMap<Hindrance, Integer>(refusals);
        more.put(hindrance, status);
        return new UnsafeRequest(method, name, prepare, more);
    }

    /** The same, in a collection that may be locked, read only or hidden. */
    UnsafeRequest guarded(int hidden) {
        return but(Hindrance.LOCK, 423).but(Hindrance.READ_ONLY, 403).but(Hindrance.HIDDEN, hidden);
    }

    @Override
    public String toString() {
        return method + " " + name;
    }
}
