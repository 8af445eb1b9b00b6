package io.tidemark.kernel.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is a media type, as a {@code Content-Type} header says one (RFC 9110, section 8.3.1). */
public final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*+\"";

    /** A weight belongs to a preference, and Jakarta REST would take it for one (RFC 9110, section 12.5.1). */
    private static final String NO_WEIGHT = "(?![qQ][sS]?=)";

    private static final String PARAMETER =
            "[ \\t]*+;[ \\t]*+(?:" + NO_WEIGHT + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+";
    private static final Pattern WHOLE =
            Pattern.compile("[ \\t]*+" + TOKEN + "/" + TOKEN + "(?:" + PARAMETER + ")*+[ \\t]*+");

    /** A longer one is none: the pattern takes a frame of the stack for each repetition. */
    private static final int LONGEST = 1_000;

    private static final Pattern CHARSET = Pattern.compile(";[ \\t]*+charset=", Pattern.CASE_INSENSITIVE);

    private MediaTypes() {}

    /** Whether a value is one, with parameters or without. */
    public static boolean isOne(@Nullable String value) {
        return value != null
                && value.length() <= LONGEST
                && WHOLE.matcher(value).matches();
    }

    /** Whether it is one of text and leaves open in which encoding: a reader would have to guess. */
    public static boolean isTextWithoutCharset(String type) {
        return type.strip().toLowerCase(Locale.ROOT).startsWith("text/")
                && !CHARSET.matcher(type).find();
    }
}
