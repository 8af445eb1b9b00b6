package io.tidemark.dialogue;

import java.util.List;

/**
 * One request and what is expected of its answer, as a file writes them.
 *
 * @param line the line that it begins in
 * @param requestBody the body to send; null for none
 * @param expectedBody the lines of the expected body; none when anything may come
 */
public record Exchange(
        int line,
        String method,
        String target,
        String user,
        List<Header> requestHeaders,
        String requestBody,
        int status,
        List<Header> expectedHeaders,
        List<String> expectedBody) {

    /** A header line. */
    public record Header(String name, String value) {
        static Header parse(String line) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IllegalArgumentException("No header: " + line);
            }
            return new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }
}
