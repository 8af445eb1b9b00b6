package io.tidemark.kernel.http;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the page for people is, and where in it a collection is shown (docs/page.md). */
public final class PageAddress {

    /** The first segment of its URLs. */
    public static final String SUBTREE = "ui";

    /** Where it begins. */
    public static final String START = "/ui/";

    /** Where browsers sign in and out. */
    public static final String SESSION = "/ui/session";

    private static final String FOLDER = "/ui/folder";

    private PageAddress() {}

    /** Whether a query string asks for the page instead of what the URL names. */
    public static boolean isAsked(@Nullable String query) {
        return query != null && Arrays.stream(query.split("&", -1)).anyMatch(List.of(SUBTREE, SUBTREE + '=')::contains);
    }

    /** Where a collection is shown. */
    public static String of(DavPath collection) {
        return collection.isRoot()
                ? START
                : FOLDER + collection.asCollection(true).href();
    }
}
