package io.tidemark.seer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes from texts what is another in each world by chance: the world's name, ids, times and tokens. The id of something that
 * the dialogues name becomes that name, another the number of its first appearance in the text.
 */
final class Mask {
    private static final Pattern SYNC_TOKEN = Pattern.compile("urn:tidemark:sync:[^<\\s\"&)>]+");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    private static final Pattern LISTED_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d)?( UTC)?");
    private static final Pattern DATE = Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT");
    private static final Pattern TIMEOUT = Pattern.compile("Second-\\d+");
    /** Quotas count what is hidden, too (RFC 4331, section 3); where there is none, other tests store things meanwhile. */
    private static final Pattern QUOTA = Pattern.compile("(quota-(?:used|available)-bytes[^>]*>)\\d+");

    private final String world;
    private final Map<String, String> known = new HashMap<>();

    Mask(String world) {
        this.world = world;
    }

    /** Remembers the ids in what a name stands for. */
    void learn(String name, String value) {
        Matcher id = ID.matcher(value);
        for (int ordinal = 0; id.find(); ordinal++) {
            known.putIfAbsent(id.group(), "(%s %d)".formatted(name, ordinal));
        }
    }

    String of(String text) {
        Map<String, String> ids = new HashMap<>();
        String masked = SYNC_TOKEN.matcher(text).replaceAll("(token)");
        masked = ID.matcher(masked)
                .replaceAll(id -> Matcher.quoteReplacement(
                        known.containsKey(id.group())
                                ? known.get(id.group())
                                : ids.computeIfAbsent(id.group(), unknown -> "(id " + (ids.size() + 1) + ')')));
        masked = TIME.matcher(masked).replaceAll("(time)");
        masked = LISTED_TIME.matcher(masked).replaceAll("(time)");
        masked = DATE.matcher(masked).replaceAll("(time)");
        masked = TIMEOUT.matcher(masked).replaceAll("(timeout)");
        masked = QUOTA.matcher(masked).replaceAll("$1(bytes)");
        return masked.replace(world, "(world)");
    }
}
