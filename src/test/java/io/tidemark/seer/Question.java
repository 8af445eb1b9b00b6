package io.tidemark.seer;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that can be made at any URL. {@code {url}} stands for the URL in question, {@code {w}} for the world, and other
 * names in braces for what the world's dialogues have taken for them.
 *
 * @param target where it is sent
 * @param body null for none
 */
record Question(String method, String target, Map<String, String> headers, String body) {
    static final String XML = "application/xml";

    /** A question that is sent to the URL itself. */
    static Question at(String method, String... headers) {
        return new Question(method, "{url}", pairs(headers), null);
    }

    /** A question that is sent to another URL, and is about this one. */
    static Question from(String target, String method, String... headers) {
        return new Question(method, target, pairs(headers), null);
    }

    /** The same with a body. */
    Question saying(String text) {
        return new Question(method, target, headers, text);
    }

    private static Map<String, String> pairs(String... headers) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            pairs.put(headers[i], headers[i + 1]);
        }
        return pairs;
    }

    @Override
    public String toString() {
        String said = body == null ? "" : " " + body;
        return method + " " + target + " " + headers + said.substring(0, Math.min(said.length(), 160));
    }
}
