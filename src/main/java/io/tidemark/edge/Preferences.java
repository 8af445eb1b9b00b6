package io.tidemark.edge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The parts of a list that are well formed; the whole of it, where all are (RFC 9110, section 12; RFC 6265). */
final class Preferences {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*+\"";
    private static final String SPACE = "[ \\t]*+";
    private static final String PARAMETER =
            SPACE + ";" + SPACE + "(?![qQ][sS]?=)" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + ")";
    private static final String WEIGHT = "(?:" + SPACE + ";" + SPACE + "[qQ]=(?:0(?:\\.\\d{0,9})?|1(?:\\.0{0,9})?))?+";

    private static final Pattern MEDIA_RANGE = Pattern.compile(
            "(?:\\*/\\*|" + TOKEN + "/" + TOKEN + ")(?:" + PARAMETER + ")*+" + WEIGHT + "(?:" + PARAMETER + ")*+");
    private static final Pattern LANGUAGE = Pattern.compile("(?:\\*|[A-Za-z]{1,8}(?:-[0-9A-Za-z]{1,8}){0,9})" + WEIGHT);
    private static final Pattern PREFERRED = Pattern.compile(TOKEN + WEIGHT);
    private static final Pattern COOKIE = Pattern.compile("[!-~&&[^;]][ -~&&[^;]]*+");

    /** A longer part is none: patterns take a frame of the stack for each repetition. */
    private static final int LONGEST_PART = 1_000;

    private Preferences() {}

    static String mediaTypes(String list) {
        return wellFormed(MEDIA_RANGE, list);
    }

    static String languages(String list) {
        return wellFormed(LANGUAGE, list);
    }

    static String tokens(String list) {
        return wellFormed(PREFERRED, list);
    }

    static String cookies(String list) {
        List<String> parts =
                Arrays.stream(list.split(";", -1)).map(String::strip).toList();
        return only(part -> COOKIE.matcher(part).matches(), parts, list, "; ");
    }

    private static String wellFormed(Pattern pattern, String list) {
        return only(
                part -> part.length() <= LONGEST_PART && pattern.matcher(part).matches(), parts(list), list, ", ");
    }

    private static String only(Predicate<String> isWellFormed, List<String> parts, String list, String between) {
        List<String> left = parts.stream().filter(isWellFormed).toList();
        return left.size() == parts.size() ? list : String.join(between, left);
    }

    /** The parts between commas that are not within quotes. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == ',' && !quoted) {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }
}
