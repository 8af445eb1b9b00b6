package io.tidemark.edge;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The parts of a list that are well formed; the whole of it, where all are (RFC 9110, section 12; RFC 6265). */
final class Preferences {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*+\"";
    private static final String SPACE = "[ \\t]*+";
    private static final String PARAMETER =
            SPACE + ";" + SPACE + "(?!q=)" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + ")";
    private static final String WEIGHT = "(?:" + SPACE + ";" + SPACE + "[qQ]=(?:0(?:\\.\\d{0,9})?|1(?:\\.0{0,9})?))?+";

    private static final Pattern MEDIA_RANGE = Pattern.compile(
            "(?:\\*/\\*|" + TOKEN + "/" + TOKEN + ")(?:" + PARAMETER + ")*+" + WEIGHT + "(?:" + PARAMETER + ")*+");
    private static final Pattern LANGUAGE = Pattern.compile("(?:\\*|[A-Za-z]{1,8}(?:-[0-9A-Za-z]{1,8}){0,9})" + WEIGHT);
    private static final Pattern PREFERRED = Pattern.compile(TOKEN + WEIGHT);
    private static final Pattern COOKIE = Pattern.compile("[!-~&&[^;]][ -~&&[^;]]*+");

    /** Commas that are not within quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final Pattern SEMICOLON = Pattern.compile(";");

    private Preferences() {}

    static String mediaTypes(String list) {
        return wellFormed(list, COMMA, MEDIA_RANGE, ", ");
    }

    static String languages(String list) {
        return wellFormed(list, COMMA, LANGUAGE, ", ");
    }

    static String tokens(String list) {
        return wellFormed(list, COMMA, PREFERRED, ", ");
    }

    static String cookies(String list) {
        return wellFormed(list, SEMICOLON, COOKIE, "; ");
    }

    private static String wellFormed(String list, Pattern separator, Pattern element, String between) {
        String[] elements = separator.split(list);
        boolean all = Arrays.stream(elements)
                .allMatch(part -> element.matcher(part.strip()).matches());
        return all && elements.length > 0
                ? list
                : Arrays.stream(elements)
                        .map(String::strip)
                        .filter(part -> element.matcher(part).matches())
                        .collect(Collectors.joining(between));
    }
}
