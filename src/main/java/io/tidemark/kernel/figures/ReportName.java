package io.tidemark.kernel.figures;

import jakarta.servlet.ServletRequest;

/** Which report a request asked for, noted on the request for whoever measures it from outside. */
public final class ReportName {

    private static final String ATTRIBUTE = ReportName.class.getName();

    private ReportName() {}

    /** Notes the report of a request: the local name of one that there is. */
    public static void note(ServletRequest request, String name) {
        request.setAttribute(ATTRIBUTE, name);
    }

    /** The report that a request asked for; empty for none. */
    public static String of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String name ? name : "";
    }
}
