package io.tidemark.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in braces of a dialogue, and what they stand for so far. */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{([a-z][a-z0-9-]*|\\*)}");
    private static final Pattern REPETITION = Pattern.compile("\\{(.)\\*(\\d+)}");

    private final Map<String, String> values = new HashMap<>();

    public void set(String name, String value) {
        values.put(name, value);
    }

    /** What each name stands for that is known. */
    public Map<String, String> known() {
        return Map.copyOf(values);
    }

    /** A text with everything in it that is known; what is not known stays. */
    public String fill(String text) {
        String repeated = REPETITION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        return NAME.matcher(repeated)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    /** The same for a request, in which everything must be known. */
    String fillWhole(String text) {
        String filled = fill(text);
        Matcher left = NAME.matcher(filled);
        if (left.find()) {
            throw new IllegalArgumentException("Nothing has been taken for " + left.group());
        }
        return filled;
    }

    /** Whether a text is as expected; if it is, the names that were not known stand for what they met. */
    boolean match(String expected, String actual) {
        String filled = fill(expected);
        Matcher name = NAME.matcher(filled);
        StringBuilder pattern = new StringBuilder();
        List<String> names = new ArrayList<>();
        int at = 0;
        while (name.find()) {
            pattern.append(Pattern.quote(filled.substring(at, name.start())));
            pattern.append(name.group(1).equals("*") ? "(.*?)" : "(.+?)");
            names.add(name.group(1));
            at = name.end();
        }
        pattern.append(Pattern.quote(filled.substring(at)));
        Matcher found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (!found.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).equals("*")) {
                values.put(names.get(i), found.group(i + 1));
            }
        }
        return true;
    }
}
